export interface StoredDocument {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Files: uploads, documents, letters. A key never carries anything personal and never holds two different contents. */
export interface DocumentStore {
  put(key: string, document: StoredDocument): Promise<void>;
  read(key: string): Promise<StoredDocument | undefined>;
  remove(key: string): Promise<void>;
}
