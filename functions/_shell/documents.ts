import { makeFileDocuments } from '#shared/adapters/documents/file-documents';
import type { DocumentStore } from '#shared/ports/document-store';
import type { CountPages, ExaminePdf } from '#shared/ports/examine-pdf';
import type { UploadParser } from '#shared/ports/upload-parser';

/** `s3:bucket` where deployed, `file:folder` on a single machine. */
export function documentStore({ DOCUMENTS }: { readonly DOCUMENTS: string }): DocumentStore {
  const [kind = '', ...rest] = DOCUMENTS.split(':');
  const place = rest.join(':');
  return kind === 'file' ? makeFileDocuments(place) : s3Documents(place);
}

/** The client of S3 is the largest of all and most calls touch no document, so it is loaded with the first one. */
function s3Documents(bucket: string): DocumentStore {
  let opening: Promise<DocumentStore> | undefined;
  const store = () => (opening ??= import('#functions/_shell/s3-documents').then((it) => it.openS3Documents(bucket)));
  return {
    put: async (key, document) => (await store()).put(key, document),
    read: async (key) => (await store()).read(key),
    remove: async (key) => (await store()).remove(key),
  };
}

/** Reads multipart bodies; loaded with the first one, as above. */
export const uploadParser: UploadParser = {
  parse: async (contentType, body) => {
    const { multipartParser } = await import('#shared/adapters/documents/multipart-parser');
    return multipartParser.parse(contentType, body);
  },
};

/** Looks PDFs through; loaded with the first one, as above. */
export const examinePdf: ExaminePdf = async (pdf) => {
  const examine = await import('#shared/adapters/print/examine/examine-pdf');
  return examine.examinePdf(pdf);
};

export const countPages: CountPages = async (pdf) => {
  const examine = await import('#shared/adapters/print/examine/examine-pdf');
  return examine.countPages(pdf);
};
