import { nomDActeur } from '#domain/acces/acteur'
import { type Agent, requireDroit } from '#domain/acces/droits'
import type { NatureReconnue } from '#domain/courriel-recu/connus'
import { reconnaitre } from '#domain/courriel-recu/nature'
import type { NatureChoisie } from '#domain/courriel-recu/reclassement'
import { numerosCites, parseNumero } from '#domain/dossier/numero'
import { no, ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { DepsLecture } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { connusPour, loadCourrielRecu, lockCourriels } from '#infra/stores/courriel-recu/courriel-recu'
import { expectVersion } from '#infra/stores/dossier/dossier'
import { lireOuvertures } from '#infra/stores/portail/cible'
import type { CourrielRecuLu } from '#usecases/courriel-recu/courriel-a-ranger'
import { defaireClassement, type Defait, type RefusDefaire } from '#usecases/courriel-recu/defaire-classement'
import { lireCourrielRecu, oublier, sansLecture } from '#usecases/courriel-recu/lire-courriel-recu'
import { rangerCourriel } from '#usecases/courriel-recu/ranger-courriel'

/** What an officer says a mail is. `version` is the one their page was made from. */
export type Reclassement = {
  courrielRecuId: string
  version: number
  nature: NatureChoisie
  /** The fiche it is a new version of, or goes with. */
  preProjetId?: string | null
  /** The dossier it asks for, or goes with; absent, the ones it cites. */
  numero?: string | null
}

export type RefusReclassement = RefusDefaire | 'PRE_PROJET_MANQUANT' | 'DOSSIER_MANQUANT' | 'DOSSIER_INCONNU'

/** Where the mail now is, and what became of what it had made. */
export type Reclasse = { preProjetId: string | null; numero: string | null; defaits: Defait[] }

/**
 * An officer says what a mail is, and it is processed again accordingly; what its former classification had made is taken back where
 * nobody touched it. Throws NotFound, Conflict.
 */
export async function reclasserCourriel(
  deps: DepsLecture,
  agent: Agent,
  choix: Reclassement,
): Promise<Result<Reclasse, RefusReclassement>> {
  requireDroit(agent, 'pre-projet.examiner')
  const { db } = deps
  const recu = await loadCourrielRecu(db, choix.courrielRecuId)
  expectVersion('courriel-recu', recu, choix.version)
  const lecture = await lireCourrielRecu(deps, recu)
  const lu = lecture.ok ? lecture.value : sansLecture(recu, { now: deps.now(), ouvertures: await lireOuvertures(db) })

  const fait = await db.$transaction(async (tx) => {
    await lockCourriels(tx)
    expectVersion('courriel-recu', await loadCourrielRecu(tx, recu.id), choix.version)
    const reconnu = await natureChoisie(tx, { lu, choix, agent })
    if (!reconnu.ok) return reconnu
    const gardeId = 'preProjetId' in reconnu.value ? reconnu.value.preProjetId : null
    const porteDesFiches = reconnu.value.nature === 'FICHE' || reconnu.value.nature === 'NOUVELLE_VERSION'
    const defaits = await defaireClassement(tx, { recu, gardeId, porteDesFiches, par: agent, le: deps.now() })
    if (!defaits.ok) return defaits
    const { message, gardees } = await rangerCourriel(tx, { ...lu, reconnu: reconnu.value, par: agent, le: deps.now() })
    await writeJournal(tx, agent, {
      acte: 'reclasserCourriel',
      objet: 'courriel-recu',
      objetId: recu.id,
      detail: { de: recu.de, sujet: lu.lu.objet, avant: recu.nature, apres: choix.nature, defaits: defaits.value },
      le: deps.now(),
    })
    const { preProjet = null, dossier = null } = message
    return ok({ preProjetId: preProjet, numero: dossier, defaits: defaits.value, gardees })
  })
  const gardees = new Set(fait.ok ? fait.value.gardees : [])
  await oublier(
    deps.storage,
    lu.jointes.map(({ cle }) => cle).filter((cle) => !gardees.has(cle)),
  )
  if (!fait.ok) return fait
  const { preProjetId, numero, defaits } = fait.value
  return ok({ preProjetId, numero, defaits })
}

const vise = (reconnue: NatureReconnue, preProjetId: string | null): boolean =>
  reconnue.nature === 'NOUVELLE_VERSION' && reconnue.preProjetId === preProjetId

type Choix = { lu: CourrielRecuLu; choix: Reclassement; agent: Agent }

/** What the officer said, completed by the mail itself. */
async function natureChoisie(tx: Tx, { lu, choix, agent }: Choix): Promise<Result<NatureReconnue, RefusReclassement>> {
  const { reponseA = null, autres: lues } = reconnaitre(lu.aRanger, await connusPour(tx, lu.recu.id, lu.aRanger))
  const dit = { motif: `Classé par ${nomDActeur(agent)}.`, reponseA }
  const { nature, preProjetId = null } = choix
  // Its other fiches are made once: an officer who says what the first is changes nothing to them.
  const deja = await tx.ficheDeCourriel.count({ where: { courrielRecuId: lu.recu.id } })
  const autres = deja > 0 ? [] : lues?.filter(({ reconnue }) => !vise(reconnue, preProjetId))
  const voulu = choix.numero ? parseNumero(choix.numero) : null
  if (choix.numero && !voulu) return no('DOSSIER_INCONNU')
  if (preProjetId && (await tx.preProjet.count({ where: { id: preProjetId } })) === 0) return no('PRE_PROJET_MANQUANT')
  const cites = voulu
    ? [voulu]
    : [...numerosCites(`${lu.lu.objet}\n${lu.lu.texte}`), ...(reponseA?.numero ? [reponseA.numero] : [])]
  const connus = await tx.dossier.findMany({ where: { numero: { in: cites } }, select: { id: true, numero: true } })
  if (voulu && connus.length === 0) return no('DOSSIER_INCONNU')
  switch (nature) {
    case 'FICHE':
      return ok({ ...dit, nature, autres })
    case 'NOUVELLE_VERSION':
      return preProjetId ? ok({ ...dit, nature, preProjetId, autres }) : no('PRE_PROJET_MANQUANT')
    case 'DEMANDE_DEVERROUILLAGE': {
      const numeros = connus.flatMap(({ numero }) => numero ?? [])
      return numeros.length > 0 ? ok({ ...dit, nature, numeros }) : no('DOSSIER_MANQUANT')
    }
    case 'AUTRE':
      return ok({ ...dit, nature, preProjetId, dossierId: voulu ? (connus[0]?.id ?? null) : null })
  }
}
