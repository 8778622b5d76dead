import type { Signataire } from '#domain/campagne/reglages'
import type { CodePiece } from '#domain/piece/piece'
import type { Avis } from '#domain/pre-projet/avis'
import type { Jour } from '#domain/temps/jour'
import { bonjour, E_PARTENAIRE, guillemets, leJour, signer } from '#emails/formules'
import { citation, fort, liste, mettreEnPage, p, type Bloc, type CourrielRendu } from '#emails/mise-en-page'
import { LIBELLE_PIECE } from '#libelles/piece'

export type DonneesAvis = {
  titre: string
  destinataire: string
  avis: Avis
  texte: string
  /** Mandatory pièces of the structure's genre, for a favourable avis. */
  pieces: readonly CodePiece[]
  echeanceDepot: Jour | null
  signature: Signataire
}

const SUJET: Record<Avis, string> = {
  FAVORABLE: 'Avis favorable sur votre fiche pré-projet',
  A_RETRAVAILLER: 'Votre fiche pré-projet est à compléter',
  DEFAVORABLE: 'Avis défavorable sur votre fiche pré-projet',
  HORS_CHAMP: 'Votre fiche pré-projet n’entre pas dans nos appels à projets',
}

/** A fiche whose title could not be read is named by nothing rather than by a title nobody wrote. */
export const nommee = (titre: string) => (titre.trim() ? ` ${guillemets(titre)}` : '')

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

function suite({ avis, pieces, echeanceDepot }: DonneesAvis): Bloc[] {
  if (avis === 'A_RETRAVAILLER') return [p('Renvoyez-nous la fiche corrigée en répondant à ce message.')]
  if (avis === 'HORS_CHAMP') return [p('Nous restons à votre disposition pour vous orienter vers une autre aide.')]
  if (avis === 'DEFAVORABLE') {
    return [
      p('Cet avis est un conseil\u00A0: il ne vous empêche pas de déposer une demande de subvention sur e-partenaire.'),
    ]
  }
  return commentDeposer({ pieces, echeanceDepot })
}

/** Where to deposit, until when, and with what. */
export const commentDeposer = ({ pieces, echeanceDepot }: Pick<DonneesAvis, 'pieces' | 'echeanceDepot'>): Bloc[] => [
  p(
    'Déposez maintenant votre demande de subvention sur e-partenaire (',
    E_PARTENAIRE,
    ...(echeanceDepot ? [') avant le ', fort(leJour(echeanceDepot)), '.'] : [').']),
    ' Si vous n’avez pas de compte, demandez-le sur cette page\u00A0: il est créé sous 48 heures.',
  ),
  ...(pieces.length > 0 ? [p('Pièces à joindre\u00A0:'), liste(pieces.map((code) => LIBELLE_PIECE[code]))] : []),
]

/** M02: the avis on a fiche pré-projet. Advice only: the fiche is not the legal request (domain.md § 2.1). */
export function avisPreprojet(donnees: DonneesAvis): CourrielRendu {
  const { titre, destinataire, avis, texte, signature } = donnees
  return mettreEnPage(SUJET[avis], [
    bonjour(destinataire),
    annonce(titre)[avis],
    texte.trim() ? citation(texte) : null,
    ...suite(donnees),
    p('La fiche pré-projet prépare votre dossier\u00A0: elle ne vaut pas demande de subvention.'),
    ...signer(signature),
  ])
}
