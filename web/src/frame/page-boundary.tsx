import { Alert, Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { useText } from '../text/language.js';

/** A page that cannot be shown, as when its script left with an older version of the office, takes nothing else along. */
export function PageBoundary({ children }: { children: ReactNode }) {
  return <Boundary at={useLocation().pathname}>{children}</Boundary>;
}

class Boundary extends Component<{ at: string; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError = () => ({ broken: true });

  override componentDidUpdate({ at }: { at: string }) {
    if (this.state.broken && at !== this.props.at) this.setState({ broken: false });
  }
  override render() {
    return this.state.broken ? <NotShown /> : this.props.children;
  }
}

function NotShown() {
  const { t } = useText();
  return (
    <div className="pad">
      <Alert color="red" role="alert" title={t('page.notshown')}>
        <div className="stack">
          {t('page.notshownwhy')}
          <div>
            <Button onClick={() => location.reload()}>{t('page.again')}</Button>
          </div>
        </div>
      </Alert>
    </div>
  );
}
