import { type FormEvent, useState } from 'react';

import { PasswordField, SubmitButton, TextField } from '../ui/forms/fields.tsx';
import { LanguageKeys } from '../ui/settings/settings-keys.tsx';
import { useText } from '../ui/settings/settings.tsx';
import { signIn, type SignInOutcome } from './session.ts';
import { HEAD_OFFICE_TEXT } from './text.ts';

/** E-mail and password; a refusal is said in a sentence under the fields. */
export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const text = useText(HEAD_OFFICE_TEXT);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<SignInOutcome | undefined>(undefined);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const ended = await signIn({ email, password });
    setBusy(false);
    setOutcome(ended);
    if (ended === 'signed-in') onSignedIn();
  };

  return (
    <main className="sign-in">
      <form onSubmit={(event) => void submit(event)}>
        <p className="brand">
          <i aria-hidden="true" />
          {text.product}
        </p>
        <h1>{text.signInTitle}</h1>
        <p className="sign-in-hint">{text.signInHint}</p>
        <TextField
          label={text.email}
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          autoFocus
        />
        <PasswordField
          label={text.password}
          name="password"
          autoComplete="current-password"
          revealLabel={text.reveal}
          value={password}
          onChange={setPassword}
        />
        <p className="sign-in-refusal" role="alert">
          {outcome === undefined || outcome === 'signed-in' ? '' : text.outcomes[outcome]}
        </p>
        <SubmitButton label={text.signIn} busy={isBusy} />
      </form>
      <LanguageKeys />
    </main>
  );
}
