import { formatMontant } from '#domain/budget/montant'
import { formatJour } from '#domain/temps/jour'
import { type Detail, motsDe, type Recit, texte, textes } from '#libelles/journal/detail-journal'
import { LIBELLE_VERDICT_BILAN } from '#libelles/suite-accord/bilan-de-projet'
import { LIBELLE_NATURE_VERSEMENT } from '#libelles/suite-accord/versement'

/** Told by hand to who cannot be written to. */
const SANS_ADRESSE = 'aucune adresse\u00a0: à dire par un autre moyen'

const enMontant = (cents: string): string => (/^\d+$/.test(cents) ? formatMontant(BigInt(cents)) : cents)

const versement = (d: Detail): string[] => [
  `${motsDe(LIBELLE_NATURE_VERSEMENT, texte(d, 'nature'))} de ${enMontant(texte(d, 'montantCents'))}, le ${formatJour(texte(d, 'jour'))}`,
  `référence ${texte(d, 'reference')}`,
]

/** Who is told of a payment; nothing of what no mail tells. */
const versementAnnonce = (d: Detail): string[] =>
  'courrielA' in d ? [texte(d, 'courrielA') ? `à ${texte(d, 'courrielA')}` : SANS_ADRESSE] : []

const lettreSignee = (d: Detail): string[] => [
  texte(d, 'fichier'),
  texte(d, 'sha256') && `SHA-256 de la lettre signée\u00a0: ${texte(d, 'sha256')}`,
  texte(d, 'sha256Dessinee') && `SHA-256 de la lettre dessinée\u00a0: ${texte(d, 'sha256Dessinee')}`,
]

/** Until when a bilan is to complete, and who is told; nothing of one that is in order, nor of what was said before a mail told it. */
const complementDit = (d: Detail): string[] =>
  texte(d, 'duLe') === ''
    ? []
    : [
        `à compléter avant le ${formatJour(texte(d, 'duLe'))}`,
        texte(d, 'courrielA') ? `à ${texte(d, 'courrielA')}` : SANS_ADRESSE,
      ]

/** What is told of what follows a decision: the post, its signed letter, its convention and what is paid. */
export const RECITS_SUITES: Record<string, (detail: Detail) => Partial<Recit>> = {
  notifierParCourrier: (d) => ({
    precisions: [
      `le ${formatJour(texte(d, 'jour'))}`,
      texte(d, 'recommande') && `recommandé n°\u00a0${texte(d, 'recommande')}`,
    ],
  }),
  reprendreCourrier: (d) => ({ precisions: [`notifiée le ${formatJour(texte(d, 'jour'))}`] }),
  deposerLettreSignee: (d) => ({ precisions: lettreSignee(d) }),
  retirerLettreSignee: (d) => ({ precisions: lettreSignee(d) }),
  signerConvention: (d) => ({ precisions: [`le ${formatJour(texte(d, 'jour'))}`] }),
  reprendreConvention: (d) => ({ precisions: [`signée le ${formatJour(texte(d, 'jour'))}`] }),
  enregistrerVersement: (d) => ({ precisions: [...versement(d), ...versementAnnonce(d)] }),
  demanderBilan: (d) => ({
    precisions: [
      texte(d, 'genre') === 'RETARD' && `il était attendu le ${formatJour(texte(d, 'duLe'))}`,
      texte(d, 'genre') === 'RAPPEL' && `il était à compléter avant le ${formatJour(texte(d, 'duLe'))}`,
      texte(d, 'genre') === 'DEMANDE' && `à envoyer avant le ${formatJour(texte(d, 'duLe'))}`,
      texte(d, 'courrielA') ? `à ${texte(d, 'courrielA')}` : 'aucune adresse\u00a0: à demander par un autre moyen',
    ].filter((mots) => mots !== false),
  }),
  recevoirBilan: (d) => ({ precisions: [`le ${formatJour(texte(d, 'jour'))}`] }),
  reprendreBilan: (d) => ({ precisions: [`reçu le ${formatJour(texte(d, 'jour'))}`] }),
  jugerBilan: (d) => ({
    precisions: [
      motsDe(LIBELLE_VERDICT_BILAN, texte(d, 'verdict')),
      texte(d, 'motif'),
      ...complementDit(d),
      texte(d, 'depenseCents') && `dépensé\u00a0: ${enMontant(texte(d, 'depenseCents'))}`,
      texte(d, 'aRendreCents') && `à rendre\u00a0: ${enMontant(texte(d, 'aRendreCents'))}`,
    ],
  }),
  rendreBilan: (d) => ({
    precisions: [
      `version ${texte(d, 'rang')}`,
      `du ${formatJour(texte(d, 'debut'))} au ${formatJour(texte(d, 'fin'))}, participants\u00a0: ${texte(d, 'participants')}`,
      `dépensé\u00a0: ${enMontant(texte(d, 'depenseCents'))}`,
      `subvention utilisée\u00a0: ${enMontant(texte(d, 'subventionCents'))}`,
      ...textes(d, 'fichiers').map((fichier) => `fichier et SHA-256\u00a0: ${fichier}`),
    ],
  }),
  demanderReversement: (d) => ({
    precisions: [
      `${enMontant(texte(d, 'montantCents'))}, à reverser avant le ${formatJour(texte(d, 'duLe'))}`,
      texte(d, 'motif') && `calculé\u00a0: ${enMontant(texte(d, 'calculeCents'))}. Motif\u00a0: ${texte(d, 'motif')}`,
      texte(d, 'courrielA') ? `à ${texte(d, 'courrielA')}` : SANS_ADRESSE,
    ],
  }),
  annulerReversement: (d) => ({
    precisions: [enMontant(texte(d, 'montantCents')), `Motif\u00a0: ${texte(d, 'motif')}`],
  }),
  annulerVersement: (d) => ({ precisions: [...versement(d), `Motif\u00a0: ${texte(d, 'motif')}`] }),
}
