import { compter } from '#domain/nombre'
import type { GroupeDeCommission, LigneEnAttente } from '#domain/rapport/ligne-de-commission'
import { type Agregat, type Enveloppe, RIEN } from '#domain/rapport/sommes'
import { nomDeSeance } from '#libelles/seance/seance'
import { listeDeCommission } from '#reports/commission/commission'
import type { EnTete } from '#reports/en-tete'
import type { Page } from '#reports/page'

type EnAttente = {
  enTete: EnTete
  /** In the order of the page, the first of `attendus` where there are too many. */
  lignes: readonly LigneEnAttente[]
  attendus: number
  agregats: readonly Agregat[]
  enveloppes: readonly Enveloppe[]
}

/** Where a dossier waits: on the list of a séance, or on none, proposed or not. */
const titreDe = ({ seance, campagne, avis }: LigneEnAttente): string => {
  const ou = seance ? nomDeSeance(seance) : `Sur la liste d’aucune séance, ${avis ? 'proposés' : 'pas encore proposés'}`
  return `${ou} · ${campagne}`
}

/** Lines that follow each other and wait at one place, of one campagne. */
function groupesDe(lignes: readonly LigneEnAttente[]): GroupeDeCommission[] {
  const groupes = new Map<string, { titre: string; campagne: string; lignes: LigneEnAttente[] }>()
  for (const ligne of lignes) {
    const titre = titreDe(ligne)
    const cle = `${ligne.seance?.id ?? ''} ${titre}`
    const groupe = groupes.get(cle) ?? { titre, campagne: ligne.campagne, lignes: [] }
    groupe.lignes.push(ligne)
    groupes.set(cle, groupe)
  }
  return [...groupes.values()]
}

/** Said where the sheet does not hold them all. */
const avertissementDe = (lus: number, attendus: number): string | null =>
  lus < attendus
    ? `Cette feuille s’arrête à ${compter(lus, 'dossier')}, sur ${compter(attendus, 'dossier')} en attente d’un vote. Pour les avoir tous, demandez le rapport d’une seule campagne, ou la liste d’une séance.`
    : null

/** The dossiers of the budget report that wait for a vote, as a séance reads them; what an enveloppe holds is less all that is voted already. */
export function commissionDuBudget({ enTete, lignes, attendus, agregats, enveloppes }: EnAttente): Page {
  const votees = new Map(
    agregats.flatMap(({ coupe, cle, voteCents }) => (coupe === 'campagne' ? [[cle, voteCents]] : [])),
  )
  const disponibles = enveloppes.map(({ campagne, enveloppeCents }) => ({
    campagne,
    disponibleCents: enveloppeCents === 0n ? null : enveloppeCents - (votees.get(campagne) ?? RIEN.voteCents),
  }))
  const avertissement = avertissementDe(lignes.length, attendus)
  return listeDeCommission({ enTete, avertissement, groupes: groupesDe(lignes), disponibles, suffixe: 'commission' })
}
