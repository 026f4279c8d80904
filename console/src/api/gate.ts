/** What the client does when the hub wants to know first who asks. The shell says how; the client only asks. */
interface Gate {
  /** The session is over, or was never there. */
  readonly signedOut: () => void;
  /** Has the person prove to be there; false when they would rather not. */
  readonly prove: () => Promise<boolean>;
}

let gate: Gate = { signedOut: () => undefined, prove: async () => false };

/** Puts a gate before the client and gives what takes it away again. */
export function standAtGate(keeper: Gate): () => void {
  const before = gate;
  gate = keeper;
  return () => {
    gate = before;
  };
}

export function atGate(): Gate {
  return gate;
}
