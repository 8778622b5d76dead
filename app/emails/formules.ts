import { formatMontant, type Montant } from '#domain/budget/montant'
import { montantEnLettres } from '#domain/budget/lecture/montant-en-lettres'
import type { Signataire } from '#domain/campagne/reglages'
import type { LieuDeDepot } from '#domain/campagne/lieu-de-depot'
import type { LieuDuDossier } from '#domain/courriel/lieu-du-dossier'
import type { Saisine } from '#domain/structure/saisine-du-tribunal'
import type { Jour } from '#domain/temps/jour'
import { enLigne, type Bloc, type Fragment, fort, jourAVenir, liste, p } from '#emails/mise-en-page'

/** What every mail about a dossier says of it. */
export type DonneesDossier = {
  numero: string
  objet: string
  structure: string
  deposeLe: Jour
  /** Where it was deposited, and is followed. */
  lieu: LieuDuDossier
  signature: Signataire
}

/** Where a demande is made, as a sentence says it before its address. */
export const SUR: Record<LieuDeDepot['genre'], string> = {
  PORTAIL: 'sur e-partenaire',
  EXTRANET: 'sur l’extranet du Département',
}

/** Every mail greets the same way: the name that a form gives is often that of a body (`COMMUNE DE BAJUS`). */
export const SALUT: Bloc = p('Madame, Monsieur,')

/** `n° 2025-01012`, kept on one line. */
export const numeroDe = (numero: string): string => `n°\u00a0${enLigne(numero)}`

/** `« Jumelage à Herne »`. */
export const guillemets = (texte: string): string => `«\u00a0${enLigne(texte)}\u00a0»`

/** `4 500,00 € (quatre mille cinq cents euros)`: figures and letters, so that neither can be misread (docs/domaine.md § 7.8). */
export const montantComplet = (montant: Montant): Fragment[] => [
  fort(formatMontant(montant)),
  ` (${montantEnLettres(montant)})`,
]

/** Who answers: prénom, nom, qualité, service, address and telephone (CRPA L111-2, R112-11-1). */
export const signer = ({ prenom, nom, qualite, service, adresse, telephone, courriel }: Signataire): Bloc[] => [
  p('Cordialement,'),
  {
    genre: 'citation',
    texte: [
      [`${prenom} ${nom}`.trim(), qualite].filter(Boolean).join(', '),
      service,
      'Département du Pas-de-Calais',
      adresse,
      [telephone, courriel].filter(Boolean).join(' · '),
    ].join('\n'),
  },
]

const TELERECOURS = 'par l’application Télérecours (www.telerecours.fr)'
const OU_CITOYENS = 'par courrier, au greffe, ou par l’application Télérecours citoyens (www.telerecours.fr)'

const SAISINE: Record<Saisine, string> = {
  TELERECOURS: `${TELERECOURS}, obligatoire pour votre organisme public.`,
  PETITE_COMMUNE: `par courrier, au greffe, ou ${TELERECOURS}.`,
  SELON_LA_POPULATION: `${TELERECOURS}, obligatoire pour une commune de 3\u202f500 habitants ou plus\u00a0; une commune de moins de 3\u202f500 habitants peut aussi le saisir par courrier ou au greffe.`,
  CITOYENS: `${OU_CITOYENS}.`,
  INCONNUE: `${OU_CITOYENS}\u00a0; un organisme public autre qu’une commune de moins de 3\u202f500 habitants doit le saisir par l’application Télérecours.`,
}

/**
 * Ways and times of appeal (CJA R421-1, R421-5; docs/domaine.md § 7.5): without them the two months do not run. `rejetLe` is for a rejection
 * by silence, which nobody notifies: the two months run from its day.
 */
export function voiesDeRecours(
  { adresse }: Signataire,
  { saisine, rejetLe }: { saisine: Saisine; rejetLe?: Jour },
): Bloc[] {
  return [
    rejetLe
      ? p(
          'Si vous contestez ce rejet, vous pourrez, dans un délai de deux mois à compter du ',
          jourAVenir(rejetLe),
          '\u00a0:',
        )
      : p(
          'Si vous contestez cette décision, vous pouvez, dans un délai de deux mois à compter de sa notification\u00a0:',
        ),
    liste([
      `adresser un recours gracieux au Président du Conseil départemental (${enLigne(adresse)})\u00a0;`,
      `et/ou saisir le tribunal administratif de Lille, 5 rue Geoffroy Saint-Hilaire, ${SAISINE[saisine]}`,
    ]),
    p(
      'Le recours gracieux interrompt le délai de recours contentieux\u00a0; sans réponse sous deux mois, il est réputé rejeté et vous disposez alors de deux mois pour saisir le tribunal.',
    ),
  ]
}
