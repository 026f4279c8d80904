import { Button, type ButtonProps } from 'antd';
import { useHref, useLinkClickHandler } from 'react-router';

type Look = Pick<ButtonProps, 'type' | 'size' | 'icon' | 'block' | 'children'>;

/** A link that looks like a button: one stop for the keyboard, and ctrl-click opens another tab as with any link. */
export function LinkButton({ to, ...look }: Look & { readonly to: string }) {
  const follow = useLinkClickHandler<HTMLElement>(to);
  return <Button {...look} href={useHref(to)} onClick={follow} />;
}
