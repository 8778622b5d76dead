/** Why a mail does not leave by itself; the sentences are in #libelles/courriel. */
export const MOTIFS_RETENUE = [
  'SANS_ADRESSE',
  'A_RELIRE',
  'ADRESSE_EN_ECHEC',
  'DIT_PAR_LE_PORTAIL',
  'DIT_PAR_UN_AGENT',
  'FAIT_CADUC',
  'SANS_DELIBERATION',
  'FAIT_SANS_DATE',
  'FAIT_ANCIEN',
  'ECHEANCE_PASSEE',
  'SIGNATAIRE_INCOMPLET',
  'LETTRE_A_REVOIR',
] as const
export type MotifRetenue = (typeof MOTIFS_RETENUE)[number]

const JAMAIS: readonly MotifRetenue[] = [
  'SANS_ADRESSE',
  'A_RELIRE',
  'FAIT_CADUC',
  'SANS_DELIBERATION',
  'LETTRE_A_REVOIR',
]

/** May an officer send it in spite of this reason? Not to nobody, not to say what is no longer true, nor a vote that no délibération makes a decision, nor a decision that one person alone has read: that one is let go, not passed over. Nor what says that it carries a letter, and does not. */
export const estPassable = (motif: MotifRetenue): boolean => !JAMAIS.includes(motif)
