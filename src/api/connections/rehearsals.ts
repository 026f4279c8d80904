import type { Connector } from '#connectors/kit/connector.ts';

/** A simulator that runs for one connection. */
export interface Rehearsing {
  readonly url: string;
  /** What a connection needs to talk to it. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Simulators that the hub runs beside itself, on loopback, for connections that rehearse. Handed down by app. */
export interface Rehearsals {
  supports(connector: Connector): boolean;
  /** Starts the simulator of a connector for a connection, empty. `own`: the settings of the connection. */
  start(
    connection: string,
    wanted: { readonly connector: Connector; readonly own: Readonly<Record<string, unknown>> },
  ): Promise<Rehearsing>;
  /** Lets this many records arrive in the simulated system; returns how many did (0 where it only takes). */
  feed(connection: string, count: number): Promise<number>;
  stop(connection: string): Promise<void>;
}
