import type { HttpRequest } from '#functions/_shell/http';
import type { UploadedFile } from '#shared/ports/upload-parser';

/** Fields of a form by their names; what is not there is empty. */
export type Form = (name: string) => string;

/** A form as a browser sends it. */
export interface SentForm {
  readonly form: Form;
  readonly files: readonly UploadedFile[];
}

/** Name of the field that files are chosen in. */
const FILES = 'files';

/** Reads a form with files or without. One that is broken has no fields, so no token either. */
export async function readForm({ headers, body, bytes }: HttpRequest): Promise<SentForm> {
  const contentType = headers['content-type'] ?? '';
  const name = contentType.split(';')[0]?.trim().toLowerCase();
  if (name === 'multipart/form-data') return readParts(contentType, bytes ?? new Uint8Array());
  const fields = new URLSearchParams(name === 'application/x-www-form-urlencoded' ? body : '');
  return { form: (field) => fields.get(field) ?? '', files: [] };
}

/** The reader of parts is loaded with the first form that has files in it. */
async function readParts(contentType: string, body: Uint8Array): Promise<SentForm> {
  const { partsOf } = await import('#shared/adapters/documents/multipart');
  const parts = await partsOf({ contentType, body }, FILES);
  return { form: (field) => parts?.fields.get(field) ?? '', files: (parts?.files ?? []).filter(isChosen) };
}

/** A browser sends a nameless part of no bytes for a field that no file was chosen in. */
function isChosen({ filename, bytes }: UploadedFile): boolean {
  return filename !== undefined || bytes.byteLength > 0;
}
