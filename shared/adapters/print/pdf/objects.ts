import { createHash } from 'node:crypto';

/** A PDF being written from its beginning: objects in any order, each once. */
export interface PdfObjects {
  /** A number for an object that is written later. */
  reserve(): number;
  /** Writes an object: a dictionary or an array as it stands in a PDF, with the bytes of its stream or none. */
  write(id: number, body: string, stream?: Uint8Array): void;
  /** What has been written since it was last taken. */
  take(): Uint8Array;
  /** Writes the table of objects and the trailer. Every reserved number must have been written. */
  end(trailer: string): void;
}

/** The comment says that there are bytes in it that are no text (ISO 32000-1, 7.5.2). */
const HEADER = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';

/** Digits of the name of a file, which its bytes give it: 16 bytes (ISO 32000-1, 14.4). */
const NAME = 32;

/** Holds what has not been taken yet and where each object stands: some ten bytes an object, however long the file. */
export function openObjects(): PdfObjects {
  const starts: number[] = [];
  const hash = createHash('sha256');
  let waiting: Buffer[] = [];
  let length = 0;
  put(HEADER);

  return {
    reserve: () => starts.push(0),
    write: (id, body, stream) => {
      starts[id - 1] = length;
      put(`${id} 0 obj\n`);
      if (stream) putStream(body, stream);
      else put(body);
      put('\nendobj\n');
    },
    take: () => {
      const taken = Buffer.concat(waiting);
      waiting = [];
      return taken;
    },
    end: (trailer) => {
      const table = length;
      const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`);
      put(`xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${entries.join('')}`);
      const name = hash.copy().digest('hex').slice(0, NAME);
      const id = `/ID [<${name}> <${name}>]`;
      put(`trailer\n<< /Size ${starts.length + 1} ${trailer} ${id} >>\nstartxref\n${table}\n%%EOF\n`);
    },
  };

  function putStream(body: string, stream: Uint8Array): void {
    put(`${body.replace(/>>$/, '')} /Length ${stream.length} >>\nstream\n`);
    put(stream);
    put('\nendstream');
  }

  function put(part: string | Uint8Array): void {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part);
    waiting.push(bytes);
    hash.update(bytes);
    length += bytes.length;
  }
}
