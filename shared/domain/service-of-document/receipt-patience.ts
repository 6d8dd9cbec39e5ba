/** Calendar days within which an advice of receipt is to come back, unless the operator says otherwise (`aorPatience`). */
export const RECEIPT_PATIENCE = 21;

/** Working days within which the provider is to say when a letter was posted (domain.md 3.6). */
export const POSTED_ON_PATIENCE = 2;
