import { MSG } from './envelope.ts';

/** What is wrong with a model, as it goes into `Errors`. */
export class ModelError extends Error {
  readonly field: string;
  readonly msgCode: number;

  constructor(field: string, message: string, msgCode: number = MSG.validation) {
    super(message);
    this.field = field;
    this.msgCode = msgCode;
  }
}

export function unknownValue(field: string, value: string): never {
  throw new ModelError(field, `编码值["${value}"]不存在`, MSG.unknownField);
}
