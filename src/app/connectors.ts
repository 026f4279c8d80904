import { kingdeeK3cloud } from '#connectors/kingdee-k3cloud/connector.ts';
import { kingdeeK3cloudSimulator } from '#connectors/kingdee-k3cloud/simulator.ts';
import type { Connector, Simulator } from '#connectors/kit/connector.ts';
import { rest } from '#connectors/rest/connector.ts';
import { restSimulator } from '#connectors/rest/simulator.ts';
import { shopify } from '#connectors/shopify/connector.ts';
import { shopifySimulator } from '#connectors/shopify/simulator.ts';
import { spreadsheet } from '#connectors/spreadsheet/connector.ts';

/** Every connector of this product. A new one is one line here. */
export const connectors = [kingdeeK3cloud, shopify, spreadsheet, rest] as readonly Connector[];

/** Every simulator, by the name of its connector. */
export const simulators: readonly Simulator[] = [kingdeeK3cloudSimulator, shopifySimulator, restSimulator];
