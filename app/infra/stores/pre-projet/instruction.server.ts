import { lireReglages } from '#domain/campagne/reglages'
import { lireChamps } from '#domain/pre-projet/champs'
import { type Examen, lireExamen } from '#domain/pre-projet/examen'
import { criteresDe, lireGrille } from '#domain/pre-projet/grille'
import { type FicheNommee, valeursDe } from '#domain/pre-projet/variables'
import { fromDate } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { loadFicheEcrite } from '#infra/stores/pre-projet/fiche-ecrite'
import { claimPreProjet, loadPreProjet } from '#infra/stores/pre-projet/pre-projet'
import type { Prisma } from '#prisma'

type PreProjet = Awaited<ReturnType<typeof loadPreProjet>>

function nommee(preProjet: PreProjet): FicheNommee {
  const { dateDebut, dateFin, campagne, champs, ...reste } = preProjet
  const { projetDu, projetAu, ageMin, ageMax } = lireReglages(campagne?.reglages, campagne?.dispositif ?? 'MEI')
  return {
    ...reste,
    partenaire: lireChamps(champs).partenaire?.valeur ?? '',
    dateDebut: dateDebut && fromDate(dateDebut),
    dateFin: dateFin && fromDate(dateFin),
    projetDu,
    projetAu,
    ageMin,
    ageMax,
    echeanceDepot: campagne && fromDate(campagne.echeanceDepot),
  }
}

/** The questions of this fiche and its answers so far, with the words its paragraphs name. */
export function instructionDe(preProjet: PreProjet) {
  const { campagne, genre } = preProjet
  return {
    criteres: criteresDe(lireGrille(campagne?.grille, campagne?.dispositif ?? 'MEI'), genre),
    examen: lireExamen(preProjet.examen),
    valeurs: valeursDe(nommee(preProjet)),
  }
}

/** A fiche as its reply is composed: its row, its examen, its thread and what will be asked of it. Throws NotFound. */
export async function loadInstruction(tx: Tx | Db, preProjetId: string) {
  const preProjet = await loadPreProjet(tx, preProjetId)
  return { preProjet, ...instructionDe(preProjet), ecrite: await loadFicheEcrite(tx, preProjet) }
}

/** The fiche and its examen, held until the commit: answers given at once by two officers follow one another. Throws NotFound. */
export async function lockExamen(tx: Tx, preProjetId: string) {
  await tx.$executeRaw`SELECT 1 FROM pre_projet WHERE id = ${preProjetId}::uuid FOR UPDATE`
  const preProjet = await loadPreProjet(tx, preProjetId)
  return { preProjet, ...instructionDe(preProjet) }
}

/** Writes the examen of a fiche; who acts first on one that nobody follows, follows it. */
export const saveExamen = (tx: Tx, { id, version, agentId }: PreProjet, examen: Examen, agent: { id: string }) =>
  claimPreProjet(tx, { id, version }, { examen: examenEnJson(examen), agentId: agentId ?? agent.id })

export const examenEnJson = (examen: Examen) => examen as unknown as Prisma.InputJsonObject
