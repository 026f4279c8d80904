/** Codes of `MsgCode` that the simulator uses. */
export const MSG = {
  none: 0,
  contextLost: 1,
  noPermission: 2,
  operationEmpty: 3,
  formEmpty: 5,
  parameter: 8,
  unknownField: 9,
  validation: 11,
  notOperable: 12,
  editLock: 13,
  callLimit: 14,
} as const;

export interface WriteError {
  readonly field: string;
  readonly message: string;
  /** Place in the list of models or ids of the request. */
  readonly index: number;
}

export interface WriteSuccess {
  readonly Id: number | string;
  readonly Number: string;
  readonly DIndex: number;
}

/** A trouble with the whole call, as the simulator's own code raises it. */
export class CallError extends Error {
  readonly msgCode: number;

  constructor(msgCode: number, message: string) {
    super(message);
    this.msgCode = msgCode;
  }
}

export const SESSION_LOST = '会话信息已丢失，请重新登录';

/** The envelope of every write: what succeeded, what failed, and why. A call may do both. */
export function writeEnvelope({
  successes = [],
  errors = [],
  msgCode = MSG.none,
  data = [],
}: {
  successes?: readonly WriteSuccess[];
  errors?: readonly WriteError[];
  msgCode?: number;
  data?: readonly unknown[];
}): object {
  const isSuccess = errors.length === 0;
  const first = successes[0];
  return {
    Result: {
      ResponseStatus: {
        ErrorCode: isSuccess ? 0 : 500,
        IsSuccess: isSuccess,
        Errors: errors.map(({ field, message, index }) => ({
          FieldName: field,
          Message: message,
          DIndex: index,
        })),
        SuccessEntitys: successes,
        SuccessMessages: [],
        MsgCode: msgCode,
      },
      ...(isSuccess && first ? { Id: first.Id, Number: first.Number } : { Id: '', Number: '' }),
      NeedReturnData: isSuccess ? data : [{}],
    },
  };
}

/** A failure of the call as a whole. */
export function failureEnvelope(msgCode: number, message: string): object {
  return writeEnvelope({ errors: [{ field: '', message, index: 0 }], msgCode });
}

/** A query's failure: a list in a list, where a row would be. */
export function queryFailure(msgCode: number, message: string): object {
  return [[failureEnvelope(msgCode, message)]];
}
