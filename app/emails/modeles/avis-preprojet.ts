import type { LieuDeDepot } from '#domain/campagne/lieu-de-depot'
import type { Signataire } from '#domain/campagne/reglages'
import type { CodePiece } from '#domain/piece/piece'
import type { Avis } from '#domain/pre-projet/avis'
import { compareJours, type Jour } from '#domain/temps/jour'
import { avantDeSigner, type Composition, fixe } from '#emails/composition'
import { enReponse, LA_FICHE, nommee } from '#emails/modeles/fiche-recue'
import { SUR } from '#emails/formules'
import { corps, fort, leJour, p, type Bloc } from '#emails/mise-en-page'
import { SALUTATION, SIGNATURE } from '#emails/morceaux'
import { nomPourLeDemandeur } from '#libelles/piece/piece'

export type DonneesAvis = {
  titre: string
  /** Subject of the mail it answers; empty when there is none. */
  objet: string
  avis: Avis
  /** What the officer says, between what is always said: see {@link corpsPropose}. */
  texte: string
  lieu: LieuDeDepot
  signature: Signataire
}

const SUJET: Record<Avis, string> = {
  FAVORABLE: 'Avis favorable sur votre fiche pré-projet',
  A_RETRAVAILLER: 'Votre fiche pré-projet est à compléter',
  DEFAVORABLE: 'Avis défavorable sur votre fiche pré-projet',
  HORS_CHAMP: 'Votre fiche pré-projet n’entre pas dans nos appels à projets',
}

const annonce = (titre: string): Record<Avis, Bloc> => ({
  FAVORABLE: p('Nous donnons un ', fort('avis favorable'), ` à votre fiche pré-projet${nommee(titre)}.`),
  A_RETRAVAILLER: p(
    `Votre fiche pré-projet${nommee(titre)} nous intéresse, mais elle est `,
    fort('à retravailler'),
    ' avant que nous puissions donner un avis.',
  ),
  DEFAVORABLE: p('Nous donnons un ', fort('avis défavorable'), ` à votre fiche pré-projet${nommee(titre)}.`),
  HORS_CHAMP: p(
    `Votre fiche pré-projet${nommee(titre)} `,
    fort('n’entre pas dans le champ'),
    ' de nos appels à projets.',
  ),
})

export type Suite = {
  avis: Avis
  /** What the answers to the grid add, in their order. */
  paragraphes: readonly string[]
  /** Mandatory pièces of the structure's genre. */
  pieces: readonly CodePiece[]
  echeanceDepot: Jour | null
  lieu: LieuDeDepot
  /** The day it is read: a date limit that is over is not given as one to come. */
  today: Jour
}

function suite({ avis, ...depot }: Suite): string[] {
  switch (avis) {
    case 'A_RETRAVAILLER':
      return ['Renvoyez-nous la fiche corrigée en répondant à ce message.']
    case 'HORS_CHAMP':
      return ['Nous restons à votre disposition pour vous orienter vers une autre aide.']
    case 'DEFAVORABLE':
      return [
        `Cet avis est un conseil\u00a0: il ne vous empêche pas de déposer une demande de subvention ${SUR[depot.lieu.genre]}.`,
      ]
    case 'FAVORABLE':
      return etapesDuDepot(depot)
  }
}

type Depot = Pick<Suite, 'pieces' | 'echeanceDepot' | 'lieu' | 'today'>

/** Once the last day is over there is nothing to deposit for: the next call is told of instead. */
const DEPOT_PASSE =
  'La date limite de dépôt des demandes de cet appel est passée\u00a0: nous vous indiquerons l’appel suivant.'

/** Where to deposit, until when, and with what. */
function etapesDuDepot({ pieces, echeanceDepot, lieu, today }: Depot): string[] {
  if (echeanceDepot && compareJours(echeanceDepot, today) < 0) return [DEPOT_PASSE]
  const avant = echeanceDepot ? ` avant le ${leJour(echeanceDepot)}` : ''
  return [
    `Déposez maintenant votre demande de subvention ${SUR[lieu.genre]} (${lieu.ou})${avant}. Si vous n’avez pas de compte, demandez-le sur cette page\u00a0: il est créé sous 48 heures.`,
    ...(pieces.length > 0
      ? [['Pièces à joindre\u00a0:', ...pieces.map((code) => `• ${nomPourLeDemandeur(code)}`)].join('\n')]
      : []),
  ]
}

/** The same, as part of another mail. */
export const commentDeposer = (depot: Depot): Bloc[] => corps(etapesDuDepot(depot).join('\n\n'), [depot.lieu.ou])

/** The words that answers and avis give: what to look at again, then what comes next. The officer edits them. */
export const corpsPropose = (donnees: Suite): string => [...donnees.paragraphes, ...suite(donnees)].join('\n\n')

/** What a fiche is not (docs/domaine.md § 2.1). */
export const NE_VAUT_PAS_DEMANDE = fixe<unknown>('Ce que la fiche n’est pas', () => [
  p('La fiche pré-projet prépare votre dossier\u00a0: elle ne vaut pas demande de subvention.'),
])

/**
 * M02: the avis on a fiche pré-projet. Its outcome, what a fiche is not and who answers are always said; what stands between is the officer's.
 */
export const avisPreprojet: Composition<DonneesAvis> = {
  objet: ({ objet, avis }) => enReponse(objet, SUJET[avis]),
  variables: { fiche: LA_FICHE },
  morceaux: [
    SALUTATION,
    fixe('L’avis', ({ titre, avis }) => [annonce(titre)[avis]]),
    fixe('Ce que l’agent écrit', ({ texte, lieu }) => corps(texte, [lieu.ou])),
    NE_VAUT_PAS_DEMANDE,
    avantDeSigner(),
    SIGNATURE,
  ],
}
