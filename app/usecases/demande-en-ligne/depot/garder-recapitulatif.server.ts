import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { signataireDe } from '#domain/courriel/signature'
import type { ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import type { Numero } from '#domain/dossier/numero'
import { lireGenre } from '#domain/structure/genre'
import { recapitulatifDeDepot } from '#emails/recapitulatif-de-depot'
import type { Tx } from '#infra/db'
import { reglementDe } from '#infra/stores/campagne/version-exigences'
import type { DemandeChargee } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { nomDeGenre } from '#libelles/structure'

type Deposee = {
  dossierId: string
  numero: Numero
  demandeEnLigne: DemandeChargee
  /** With what is sworn. */
  reponses: ReponsesEnLigne
  manquantes: readonly string[]
  le: Date
}

/** Keeps what is deposited at this instant, in its words: the file that is given of it says nothing that comes after. */
export async function garderRecapitulatif(
  tx: Tx,
  demandeur: Demandeur,
  { dossierId, numero, demandeEnLigne, reponses, manquantes, le }: Deposee,
) {
  const { structure, campagne, pieces, posees } = demandeEnLigne
  const { libelle, reglages } = reglementDe(campagne)
  const { nom, natureJuridique, genre, siret, rna } = structure
  const contenu = recapitulatifDeDepot({
    ...{
      numero,
      campagne: libelle,
      le,
      par: nomDActeur(demandeur),
      reponses,
      posees,
      fichiers: pieces,
      manquantes,
    },
    service: signataireDe(reglages.signataire, null).service,
    structure: { nom, natureJuridique: natureJuridique || nomDeGenre(lireGenre(genre)), siret, rna },
  })
  await tx.$executeRaw`
    INSERT INTO recapitulatif_de_depot (dossier_id, contenu, le)
    VALUES (${dossierId}::uuid, ${JSON.stringify(contenu)}::jsonb, ${le})`
}
