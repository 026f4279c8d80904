import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Permission } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { Panel } from './panel.tsx';

/** Facts as they are, and for whoever may change them the form in their place. */
export function EditablePanel(props: {
  readonly title: string;
  /** Who may change them. */
  readonly permission: Permission;
  /** On the button that brings the form. */
  readonly edit: string;
  readonly shown: ReactNode;
  readonly form: (close: () => void) => ReactNode;
}) {
  const may = useMay();
  const [isEditing, setEditing] = useState(false);
  const edit =
    may(props.permission) && !isEditing ? (
      <Button onClick={() => setEditing(true)}>{props.edit}</Button>
    ) : null;
  return (
    <Panel title={props.title} actions={edit}>
      {isEditing ? props.form(() => setEditing(false)) : props.shown}
    </Panel>
  );
}
