import { Checkbox, Form, Input, Select } from 'antd';
import type { Schemas } from '#console/api/paths.ts';
import { useChoices } from '#console/api/use-choices.ts';
import { choicesOf } from '#console/words/choices-of.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './webhooks.module.css';
import { eventWords, words } from './words.ts';

export interface TypedWebhook {
  readonly title: string;
  readonly url: string;
  readonly events: readonly Event[];
  readonly books?: readonly string[];
}
export type Event = Exclude<keyof typeof eventWords, 'ping'>;

/** What the hub is told; no books chosen are all of them. */
export function webhookToSend({ title, url, events, books = [] }: TypedWebhook) {
  return {
    title: title.trim(),
    url: url.trim(),
    events: [...events],
    books: books.length > 0 ? [...books] : null,
  };
}

/** What the form begins with. */
export function typedWebhook({ title, url, events, books }: Schemas['Webhook']): TypedWebhook {
  return { title, url, events: events.filter(isEvent), books: books ?? [] };
}

function isEvent(type: string): type is Event {
  return type in eventWords && type !== 'ping';
}

/** What a webhook is asked for, as items of a form. */
export function WebhookItems() {
  const say = useSay(words);
  const { books } = useChoices();
  const events = choicesOf(eventWords, useSay(eventWords)).filter(({ value }) => value !== 'ping');
  const needed = (name: string) => [{ required: true, whitespace: true, message: say('needed', { name }) }];
  return (
    <>
      <Form.Item name="title" label={say('name')} rules={needed(say('name'))}>
        <Input autoFocus maxLength={200} autoComplete="off" placeholder={say('nameHint')} />
      </Form.Item>
      <Form.Item name="url" label={say('url')} extra={say('urlHint')} rules={needed(say('url'))}>
        <Input type="url" className="tz-code" maxLength={2000} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="events"
        label={say('events')}
        rules={[{ required: true, type: 'array', min: 1, message: say('eventsNeeded') }]}
      >
        <Checkbox.Group options={[...events]} className={styles.events} />
      </Form.Item>
      <Form.Item name="books" label={say('books')}>
        <Select mode="multiple" options={[...books]} placeholder={say('allBooks')} allowClear />
      </Form.Item>
    </>
  );
}
