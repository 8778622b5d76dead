import { somme } from '#domain/budget/montant'
import type { RapportVoulu } from '#domain/rapport/rapport'
import { formatJour } from '#domain/temps/jour'
import { SENS_DE_COMMISSION } from '#libelles/rapport'
import { LIBELLE_ETAPE_SEANCE, nomDeSeance } from '#libelles/seance/seance'
import { rowsCommission } from '#queries/rapport/rows-commission'
import { listeDeCommission } from '#reports/commission/commission'
import { parametres, type TotalRepris } from '#reports/parametres'
import type { FaireLesFeuilles } from '#usecases/rapport/feuilles'

/** The sheets of the rapport of a séance: its list to be signed, and how it was made. Throws NotFound. */
export const feuillesDeCommission: FaireLesFeuilles<Extract<RapportVoulu, { type: 'commission' }>> = async (
  { tx },
  voulu,
  { enTete },
) => {
  const { seance, lignes, disponibles } = await rowsCommission(tx, voulu)
  const { deliberation } = seance
  const campagne = disponibles.length === 1 ? (disponibles[0]?.campagne ?? null) : null
  const avancement = deliberation
    ? `Délibération n°\u00a0${deliberation.numero} du ${formatJour(deliberation.le)}${deliberation.executoireLe ? `, exécutoire depuis le ${formatJour(deliberation.executoireLe)}` : ''}`
    : LIBELLE_ETAPE_SEANCE[seance.etape]
  const dit = {
    ...enTete,
    titre: nomDeSeance(seance),
    objet: avancement,
    filtres: voulu.campagneCode ? `campagne ${voulu.campagneCode}` : 'aucun, toute la liste',
  }
  const repris = (libelle: string, formule: string, cents: readonly (bigint | null)[]): TotalRepris => ({
    libelle,
    valeur: { valeur: { formule, resultat: somme(cents.map((un) => un ?? 0n)) }, format: 'euros' },
  })
  const totaux = [
    { libelle: 'Dossiers', valeur: { valeur: lignes.length, format: 'entier' } },
    repris('Demandé', 'Demande_seance', lignes.map(({ demandeCents }) => demandeCents)),
    repris('Proposé', 'Propose_seance', lignes.map(({ proposeCents }) => proposeCents)),
    repris('Voté', 'Vote_seance', lignes.map(({ voteCents }) => voteCents)),
  ] satisfies TotalRepris[] // prettier-ignore
  return {
    lignes: lignes.length,
    feuilles: [
      listeDeCommission({ enTete: dit, groupes: [{ titre: null, campagne, lignes }], disponibles, suffixe: 'seance' }),
      parametres(dit, { totaux, sens: SENS_DE_COMMISSION }),
    ],
  }
}
