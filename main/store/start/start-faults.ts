import { UnsafeDatabase } from '../../database/open.ts';
import { UnreadableStoreKeys } from '../../database/store-keys.ts';
import { UnreadableDeviceKeys } from '../../gateway/device-keys.ts';
import { UnreadablePepper } from '../staff/pepper.ts';
import { StoreInUse } from './store-lock.ts';

/** One sentence, for the person who started the program, for each way a start can fail. */
export function sentenceFor(fault: unknown): string {
  if (fault instanceof StoreInUse)
    return 'Ce magasin tourne déjà dans un autre programme : fermez-le d’abord.';
  if (fault instanceof UnsafeDatabase)
    return `La base du magasin n’est pas sûre, rien n’a été ouvert : ${fault.message}.`;
  if (fault instanceof UnreadableStoreKeys)
    return 'Le fichier store-key.json du magasin est illisible : remettez sa copie, ou prévenez le siège.';
  if (fault instanceof UnreadableDeviceKeys)
    return 'Le fichier device-keys.json du magasin est illisible : supprimez-le, puis associez les écrans à nouveau.';
  if (fault instanceof UnreadablePepper)
    return 'Le fichier pin-pepper.json du magasin est illisible : remettez sa copie, sans quoi aucun code PIN n’est reconnu.';
  if (!(fault instanceof Error)) return 'Le magasin n’a pas pu démarrer.';
  switch (codeOf(fault)) {
    case 'EADDRINUSE':
      return `Le port ${portOf(fault)} est déjà pris : arrêtez l’autre programme ou choisissez --port.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EEXIST':
    case 'ENOTDIR':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return 'Le dossier des données ne peut pas être écrit : vérifiez les droits.';
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return 'Le disque est plein : libérez de la place, puis relancez.';
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return 'La base du magasin est abîmée : ne vendez pas dessus, prévenez le siège.';
    default:
      return `Le magasin n’a pas pu démarrer : ${fault.message}`;
  }
}

function codeOf(fault: Error): string | undefined {
  const own = (fault as { code?: unknown }).code;
  if (typeof own === 'string') return own;
  return fault.cause instanceof Error ? codeOf(fault.cause) : undefined;
}

function portOf(fault: Error): string {
  const { port } = fault as { port?: unknown };
  return typeof port === 'number' ? String(port) : '';
}
