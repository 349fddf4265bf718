import { Component, type ReactNode } from 'react';

interface Props {
  /** A change of it gives the page another try. */
  resetKey: string;
  failed: (retry: () => void) => ReactNode;
  children: ReactNode;
}

/** Keeps a page that failed to load or to render from taking the shell down. */
export class PageBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate(before: Props) {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.retry();
  }

  retry = () => this.setState({ failed: false });

  override render() {
    return this.state.failed ? this.props.failed(this.retry) : this.props.children;
  }
}
