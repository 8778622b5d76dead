import { type ChampDeFeuille, colonnesDuService } from '#reports/champ-du-service/colonnes'
import { CHAMPS_DOSSIER, type ChampDossier, type LigneDossier } from '#domain/dossier/ligne-bannette'
import { jourDeParis, toDate } from '#domain/temps/jour'
import { nommerPieces, phrasePieces } from '#libelles/bannette'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import type { Column, Sheet } from '#reports/sheet'

/** What each column of the bannette becomes: what it shows on two lines has two columns here. */
const COLONNES: Record<Exclude<ChampDossier, 'service'>, readonly Column<LigneDossier>[]> = {
  numero: [
    { header: 'N°', value: (d) => d.numero, width: 12 },
    { header: 'Campagne', value: (d) => d.campagne.code, width: 12 },
  ],
  objet: [
    { header: 'Objet', value: (d) => d.objet, width: 44 },
    { header: 'Structure', value: (d) => d.structure.nom, width: 40 },
    { header: 'Commune', value: (d) => d.structure.commune, width: 22 },
    { header: 'Étiquettes', value: (d) => d.etiquettes.map(({ nom }) => nom).join(', '), width: 24 },
  ],
  montant: [
    { header: 'Demandé', value: (d) => d.montantDemandeCents, format: 'euros', total: true },
    { header: 'Proposé', value: (d) => d.montantProposeCents, format: 'euros', total: true },
    { header: 'Accordé', value: (d) => d.montantAccordeCents, format: 'euros', total: true },
  ],
  etat: [
    { header: 'État', value: (d) => LIBELLE_ETAT[d.etat], width: 20 },
    {
      header: 'Ouvert jusqu’au',
      value: (d) => d.ouvertJusquAu && toDate(jourDeParis(d.ouvertJusquAu)),
      format: 'date',
      width: 16,
    },
  ],
  rejet: [{ header: 'Rejet implicite le', value: (d) => d.rejetImpliciteLe, format: 'date', width: 16 }],
  pieces: [
    { header: 'Pièces', value: (d) => (d.rejetImpliciteLe ? phrasePieces(d) : null), width: 24 },
    { header: 'Pièces à demander', value: (d) => nommerPieces(d.codesManquants), width: 40 },
  ],
  deposeLe: [{ header: 'Déposé le', value: (d) => d.deposeLe, format: 'date', width: 12 }],
  agent: [{ header: 'Suivi par', value: (d) => (d.agent ? `${d.agent.prenom} ${d.agent.nom}` : null), width: 24 }],
}

/** The rows of the bannette with these columns, in the order of the bannette; a column for each field of the service that they hold. */
export const exportDeDossiers = (
  champs: readonly ChampDossier[],
  service: readonly ChampDeFeuille[],
): Sheet<LigneDossier> => ({
  title: 'Dossiers',
  columns: CHAMPS_DOSSIER.filter((champ) => champs.includes(champ)).flatMap((champ) =>
    champ === 'service' ? colonnesDuService<LigneDossier>(service) : COLONNES[champ],
  ),
})
