/** Calendar days within which an advice of receipt is to come back, unless the operator says otherwise (`aorPatience`). */
export const RECEIPT_PATIENCE = 21;
