import type { Text } from '../../ui/settings/settings.tsx';
import { frenchCustomer as fr } from './text-french.ts';
import { englishCustomer as en } from './text-english.ts';

export type CustomerText = typeof fr;
export const customerText: Text<CustomerText> = { fr, en };
