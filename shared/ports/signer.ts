/** Signs what the hub publishes: ECDSA on the curve P-256 over SHA-256. The private key never leaves it. */
export interface Signer {
  /** SubjectPublicKeyInfo, DER in base64url. */
  publicKey(): Promise<string>;
  /** @returns the signature, DER in base64url; another one each time */
  sign(text: string): Promise<string>;
}
