/** The few sentences that the shell itself shows, before or beside any screen. */
export const sentences = {
  nodeGone: {
    title: 'OC Pizza',
    message: 'La caisse ne démarre pas.\nThe till does not start.',
    advice:
      'Les commandes enregistrées sont en sécurité sur le disque. Vérifiez que le disque n’est pas plein, puis réessayez\u202f; sinon, appelez l’assistance et lisez-lui le texte ci-dessous.\nRecorded orders are safe on the disk. Check that the disk is not full and try again; otherwise call support and read them the text below.',
    retry: 'Réessayer · Try again',
    quit: 'Quitter · Quit',
  },
} as const;
