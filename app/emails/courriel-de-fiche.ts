import type { Dispositif } from '#domain/campagne/dispositif'
import { lireReglages, type Signataire } from '#domain/campagne/reglages'
import { destinataire } from '#domain/courriel/courriel'
import { isCodePiece } from '#domain/piece/piece'
import { type Avis, inviteADeposer } from '#domain/pre-projet/avis'
import { heureDeParis } from '#domain/temps/instant'
import { fromDate, jourDeParis, type Jour } from '#domain/temps/jour'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import { rendreCourriel } from '#emails/rendre'

/** What the mail about a fiche takes from its row and its campagne. `expediteur` is the address its last mail came from. */
export type FicheEcrite = {
  titre: string
  contactNom: string
  contactCourriel: string
  expediteur: string
  campagne: { dispositif: Dispositif; reglages: unknown; echeanceDepot: Date } | null
  /** Codes of the mandatory pièces of the structure's genre, in the order of the form. */
  pieces: readonly string[]
}

/** M02: the avis on a fiche, to its contact, else to who sent it. Null when nobody can be written to. */
export function courrielDAvis(
  fiche: FicheEcrite,
  { avis, texte }: { avis: Avis; texte: string },
): CourrielCompose | null {
  const { titre, contactNom, contactCourriel, expediteur, campagne, pieces } = fiche
  const adresse = destinataire({ contactCourriel, structureCourriel: expediteur })
  if (!adresse) return null
  const modele = 'avis_preprojet'
  const rendu = rendreCourriel(modele, {
    titre,
    destinataire: contactNom,
    avis,
    texte,
    pieces: inviteADeposer(avis) ? pieces.filter(isCodePiece) : [],
    echeanceDepot: campagne ? fromDate(campagne.echeanceDepot) : null,
    signature: lireReglages(campagne?.reglages, campagne?.dispositif ?? 'MEI').signataire,
  })
  return { modele, destinataire: adresse, destinataireNom: contactNom, ...rendu }
}

/** The invitation to deposit that follows a favourable avis, to the same person. Null when nobody can be written to. */
export function courrielDInvitation(fiche: FicheEcrite): CourrielCompose | null {
  const { titre, contactNom, contactCourriel, expediteur, campagne, pieces } = fiche
  const adresse = destinataire({ contactCourriel, structureCourriel: expediteur })
  if (!adresse) return null
  const modele = 'invitation_depot'
  const rendu = rendreCourriel(modele, {
    titre,
    destinataire: contactNom,
    pieces: pieces.filter(isCodePiece),
    echeanceDepot: campagne ? fromDate(campagne.echeanceDepot) : null,
    signature: lireReglages(campagne?.reglages, campagne?.dispositif ?? 'MEI').signataire,
  })
  return { modele, destinataire: adresse, destinataireNom: contactNom, ...rendu }
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
  signature: Signataire
}

/** M01: to who sent the fiche. */
export function courrielDeFicheRecue({
  destinataire: adresse,
  destinataireNom,
  recuLe,
  ...fiche
}: FicheRecue): CourrielCompose {
  const modele = 'fiche_recue'
  const quand = { recueLe: jourDeParis(recuLe), heure: heureDeParis(recuLe) }
  const rendu = rendreCourriel(modele, { ...fiche, ...quand, destinataire: destinataireNom })
  return { modele, destinataire: adresse, destinataireNom, ...rendu }
}
