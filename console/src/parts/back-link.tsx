import { LeftOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** From one thing back to its list; stands where a page's intro does. */
export function BackLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link to={to}>
      <LeftOutlined aria-hidden /> {children}
    </Link>
  );
}
