import type { Dispositif } from '#domain/dispositif'
import { type LieuDeDepot, lieuDeDepot } from '#domain/campagne/lieu-de-depot'
import { lireReglages, type Signataire } from '#domain/campagne/reglages'
import { destinataire } from '#domain/courriel/courriel'
import { type Redacteur, signataireDe } from '#domain/courriel/signature'
import { lireTextes, type TextesCampagne } from '#domain/courriel/textes'
import type { AdresseSure } from '#domain/campagne/adresse-sure'
import { isCodePiece } from '#domain/piece/piece'
import { type Avis, inviteADeposer } from '#domain/pre-projet/avis'
import { heureDeParis } from '#domain/temps/instant'
import { fromDate, jourDeParis, type Jour } from '#domain/temps/jour'
import { corpsPropose } from '#emails/modeles/avis-preprojet'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import { rendreCourriel } from '#emails/rendre'

/** What the mail about a fiche takes from its row, its campagne and its thread. */
export type FicheEcrite = {
  titre: string
  contactNom: string
  contactCourriel: string
  /** The last mail of the structure, which the reply answers; null when none is known. */
  dernier: { de: string; sujet: string } | null
  campagne: { dispositif: Dispositif; reglages: unknown; textes: unknown; echeanceDepot: Date } | null
  /** Codes of the mandatory pièces of the structure's genre, in the order of the form. */
  pieces: readonly string[]
  /** The first page of the extranet; null where it has no public address. */
  extranet: AdresseSure | null
}

const reglagesDe = (campagne: FicheEcrite['campagne']) =>
  lireReglages(campagne?.reglages, campagne?.dispositif ?? 'MEI')

const lieuDe = ({ campagne, extranet }: Pick<FicheEcrite, 'campagne' | 'extranet'>): LieuDeDepot =>
  lieuDeDepot(reglagesDe(campagne), extranet)

/** What the answers and each avis give to say, before any officer edits it. */
export const corpsDAvis = (
  { campagne, pieces, extranet }: Pick<FicheEcrite, 'campagne' | 'pieces' | 'extranet'>,
  { avis, paragraphes, today }: { avis: Avis; paragraphes: readonly string[]; today: Jour },
): string =>
  corpsPropose({
    avis,
    paragraphes,
    pieces: inviteADeposer(avis) ? pieces.filter(isCodePiece) : [],
    echeanceDepot: campagne ? fromDate(campagne.echeanceDepot) : null,
    lieu: lieuDe({ campagne, extranet }),
    today,
  })

/** Who answers for the campagne of this fiche: `redacteur`, or whom the campagne names. */
const signatureDe = (campagne: FicheEcrite['campagne'], redacteur: Redacteur | null): Signataire =>
  signataireDe(reglagesDe(campagne).signataire, redacteur)

/** M02: the avis on a fiche, to its contact, else to who sent it. Null when nobody can be written to. */
export function courrielDAvis(
  { titre, contactNom, contactCourriel, dernier, campagne, extranet }: FicheEcrite,
  { avis, texte }: { avis: Avis; texte: string },
  redacteur: Redacteur,
): CourrielCompose | null {
  const adresse = destinataire({ contactCourriel, structureCourriel: dernier?.de ?? '' })
  if (!adresse) return null
  const modele = 'avis_preprojet'
  const signature = signatureDe(campagne, redacteur)
  const donnees = { titre, objet: dernier?.sujet ?? '', avis, texte, lieu: lieuDe({ campagne, extranet }), signature }
  const rendu = rendreCourriel(modele, donnees, lireTextes(campagne?.textes))
  return { modele, destinataire: adresse, destinataireNom: contactNom, signature, ...rendu }
}

/** The invitation to deposit that follows a favourable avis, to the same person. Null when nobody can be written to. */
export function courrielDInvitation(
  fiche: FicheEcrite,
  { today, redacteur }: { today: Jour; redacteur: Redacteur },
): CourrielCompose | null {
  const { titre, contactNom, contactCourriel, dernier, campagne, pieces } = fiche
  const adresse = destinataire({ contactCourriel, structureCourriel: dernier?.de ?? '' })
  if (!adresse) return null
  const modele = 'invitation_depot'
  const signature = signatureDe(campagne, redacteur)
  const donnees = {
    titre,
    pieces: pieces.filter(isCodePiece),
    echeanceDepot: campagne ? fromDate(campagne.echeanceDepot) : null,
    lieu: lieuDe(fiche),
    today,
    signature,
  }
  const rendu = rendreCourriel(modele, donnees, lireTextes(campagne?.textes))
  return { modele, destinataire: adresse, destinataireNom: contactNom, signature, ...rendu }
}

type FicheRecue = {
  titre: string
  destinataire: string
  destinataireNom: string
  /** Subject of the mail that brought it. */
  objet: string
  recuLe: Date
  horsDelai: boolean
  echeanceFiche: Jour
  echeanceDepot: Jour | null
  lieu: LieuDeDepot
  signature: Signataire
  /** Of its campagne. */
  textes: TextesCampagne
}

/** M01: to who sent the fiche. */
export function courrielDeFicheRecue({
  destinataire: adresse,
  destinataireNom,
  recuLe,
  textes,
  ...fiche
}: FicheRecue): CourrielCompose {
  const modele = 'fiche_recue'
  const quand = { recueLe: jourDeParis(recuLe), heure: heureDeParis(recuLe) }
  const { signature } = fiche
  return {
    modele,
    destinataire: adresse,
    destinataireNom,
    signature,
    ...rendreCourriel(modele, { ...fiche, ...quand }, textes),
  }
}
