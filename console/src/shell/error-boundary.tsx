import { Component, type ReactNode } from 'react';
import { ProblemView } from '#console/parts/problem-view.tsx';

interface Props {
  readonly children: ReactNode;
  /** Another value, another try: the address of the page. */
  readonly resetBy: string;
}

/** Keeps the trouble of one page from taking the whole console down. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: Props): void {
    if (before.resetBy !== this.props.resetBy && this.state.error !== null) this.setState({ error: null });
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <ProblemView error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}
