import { ApiOutlined, FileExcelOutlined, ShopOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Schemas } from '#console/api/paths.ts';
import { ChoiceCard, ChoiceCards } from '#console/parts/choice-cards.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { type Capability, capabilitiesOf } from './capabilities.ts';
import styles from './connecting.module.css';
import { words } from './words.ts';

type Connector = Schemas['Connector'];

/** Connectors to choose from, each with what it can do. */
export function ConnectorCards(props: {
  readonly connectors: readonly Connector[];
  readonly chosen?: string;
  readonly choose: (connector: Connector) => void;
  /** What stands at the foot of a card. */
  readonly foot?: (connector: Connector) => ReactNode;
}) {
  const reader = language.use();
  return (
    <ChoiceCards>
      {props.connectors.map((connector) => (
        <ChoiceCard
          key={connector.name}
          title={
            <>
              <ConnectorBadge capabilities={connector.capabilities} />
              {connector.title[reader]}
            </>
          }
          isChosen={props.chosen === connector.name}
          choose={() => props.choose(connector)}
        >
          <CapabilityTags declared={connector.capabilities} />
          {props.foot?.(connector)}
        </ChoiceCard>
      ))}
    </ChoiceCards>
  );
}

/** What a connector can do, as small labels. */
export function CapabilityTags({ declared }: { readonly declared: readonly string[] }) {
  const say = useSay(words);
  return (
    <span className={styles.can}>
      {capabilitiesOf(declared).map((capability) => (
        <Tag key={capability} variant="filled" style={{ margin: 0 }}>
          {say(capability)}
        </Tag>
      ))}
    </span>
  );
}

function ConnectorBadge({ capabilities }: Pick<Connector, 'capabilities'>) {
  const can = new Set<Capability>(capabilitiesOf(capabilities));
  const icon = can.has('files') ? (
    <FileExcelOutlined />
  ) : can.has('webhook') ? (
    <ShopOutlined />
  ) : (
    <ApiOutlined />
  );
  return (
    <span className={styles.badge} aria-hidden>
      {icon}
    </span>
  );
}
