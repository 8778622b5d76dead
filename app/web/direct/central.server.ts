import { hasDroit, type Role } from '#domain/acces/droits'
import type { Changement, Nouvelles } from '#domain/direct/changement'
import {
  aDesPresents,
  concerne,
  DROIT_DE_SUIVRE,
  ecrireSujet,
  type Fait,
  lireFait,
  type Sujet,
} from '#domain/direct/fait'
import { FLUX_MAX, POULS_MS } from '#domain/direct/presence'
import type { Deps } from '#infra/deps'
import { logger } from '#infra/logger'
import { ecouter } from '#infra/postgres/ecoute'
import { sessionsVivantes } from '#infra/stores/acces/session'
import { entretenirPresences, leverPresence, poserPresence, presentsSur } from '#infra/stores/direct/presence'
import type { Tuyau } from '#web/direct/tuyau'

/** One page that is told what happens. */
type Page = {
  agent: { id: string; role: Role }
  session: string
  sujet: Sujet | null
  /** The version of the subject that the page shows; null where there is none. */
  version: number | null
  /** Of the tab: it stays the same when its stream is opened again. */
  onglet: string
  ecrit: boolean
}

type Inscrit = Page & { flux: string; tuyau: Tuyau; parti: boolean; dit: Map<string, string> }

/** What is read to tell it; each is asked once for all the pages of this process. */
export type Lectures = {
  /** The figures of the frame of each of these agents. */
  compteurs: (agents: readonly string[]) => Promise<(agentId: string) => unknown>
  changements: (entrees: readonly string[]) => Promise<Changement[]>
  ouEnEst: (sujet: Sujet) => Promise<{ version: number; dernier: Changement | null } | null>
}

/** Facts are gathered for as long before they are told, and the figures of the frame are counted again at most as often, in ms. */
const RASSEMBLER_MS = 200
const COMPTER_MS = 2_000

/** Of what happened on one thing between two words, how much is told. */
const ENTREES_MAX = 20

type Attendu = { version: number | null; entrees: string[] }

/** What is read to be told is read one time after the other: what is said last is what was read last. */
function unALaFois<A>(faire: (a: A) => Promise<void>): (a: A) => Promise<void> {
  let dernier: Promise<unknown> = Promise.resolve()
  return (a) => {
    const suivant = dernier.then(() => faire(a))
    dernier = suivant.catch(() => undefined)
    return suivant
  }
}

/**
 * Tells the pages of this process what happens, whichever process did it: one connection listens for all of them, and what one agent may not
 * read is not told to them. Nothing is kept here that the database does not say again: after a gap, every page is told to look.
 */
export function ouvrirCentral({ db, now }: Deps, url: string, lectures: Lectures) {
  const inscrits = new Set<Inscrit>()
  const faits = new Map<Inscrit, Attendu>()
  const presents = new Set<string>()
  let livraison: NodeJS.Timeout | undefined
  let comptage: NodeJS.Timeout | undefined
  let compteLe = 0

  /** Whatever fails here fails for want of the database, and is told again once it is back. */
  const tenter = (travail: Promise<unknown>) =>
    void travail.catch((err: unknown) => logger.warn({ err }, 'live: nothing could be told'))

  const peut = ({ agent, sujet }: Inscrit) => sujet !== null && hasDroit(agent, DROIT_DE_SUIVRE[sujet.objet])

  /** Says it unless it was the last thing said under this name. */
  function direSiNeuf(inscrit: Inscrit, nom: string, donnees: unknown) {
    const texte = JSON.stringify(donnees)
    if (inscrit.dit.get(nom) === texte) return
    inscrit.dit.set(nom, texte)
    inscrit.tuyau.dire(nom, donnees)
  }

  const nouvellesPour = ({ agent }: Inscrit, version: number | null, dits: readonly Changement[]): Nouvelles => ({
    version,
    autres: dits.filter(({ parId }) => parId !== agent.id),
  })

  async function livrer() {
    const dus = [...faits].filter(([inscrit]) => !inscrit.parti && peut(inscrit))
    const sujets = new Set(presents)
    faits.clear()
    presents.clear()
    const dits = await lectures.changements([...new Set(dus.flatMap(([, { entrees }]) => entrees))])
    for (const [inscrit, { version, entrees }] of dus) {
      const siens = dits.filter(({ entree }) => entrees.includes(entree))
      inscrit.tuyau.dire('fait', nouvellesPour(inscrit, version, siens))
    }
    await direPresents([...inscrits].filter(({ sujet }) => sujet && sujets.has(ecrireSujet(sujet))))
  }

  const direPresents = unALaFois(async (a: readonly Inscrit[]) => {
    const vises = a.filter((un) => peut(un) && un.sujet && aDesPresents(un.sujet))
    const par = new Map(vises.flatMap(({ sujet }) => (sujet ? [[ecrireSujet(sujet), sujet] as const] : [])))
    const lus = await presentsSur(db, [...par.values()], now())
    for (const inscrit of vises) {
      const la = inscrit.sujet ? (lus.get(ecrireSujet(inscrit.sujet)) ?? []) : []
      direSiNeuf(
        inscrit,
        'presents',
        la.filter(({ id }) => id !== inscrit.agent.id),
      )
    }
  })

  const direCompteurs = unALaFois(async (a: readonly Inscrit[]) => {
    const lus = await lectures.compteurs([...new Set(a.map(({ agent }) => agent.id))])
    for (const inscrit of a) direSiNeuf(inscrit, 'compteurs', lus(inscrit.agent.id))
  })

  async function compter() {
    comptage = undefined
    compteLe = Date.now()
    await direCompteurs([...inscrits])
  }

  const bientotCompter = () => {
    comptage ??= setTimeout(() => tenter(compter()), Math.max(RASSEMBLER_MS, compteLe + COMPTER_MS - Date.now()))
  }

  function surMot(mot: string) {
    const fait = lireFait(mot)
    if (!fait || inscrits.size === 0) return
    if (fait.objet === 'session') {
      tenter(verifierSessions([...inscrits].filter((un) => un.agent.id === fait.id)))
      return
    }
    if (fait.objet === 'presence') presents.add(fait.id)
    else {
      if (fait.entree !== null) bientotCompter()
      for (const inscrit of inscrits) if (inscrit.sujet && concerne(inscrit.sujet, fait)) retenir(inscrit, fait)
    }
    livraison ??= setTimeout(() => {
      livraison = undefined
      tenter(livrer())
    }, RASSEMBLER_MS)
  }

  function retenir(inscrit: Inscrit, { version, entree }: Fait) {
    const { entrees = [], version: connue = null } = faits.get(inscrit) ?? {}
    faits.set(inscrit, {
      version: version ?? connue,
      entrees: [...entrees, ...(entree === null ? [] : [entree])].slice(-ENTREES_MAX),
    })
  }

  /** What was said meanwhile is lost: the pages look by themselves. */
  function surReprise() {
    for (const inscrit of inscrits) inscrit.tuyau.dire('reprise', null)
    bientotCompter()
    tenter(direPresents([...inscrits]))
  }

  async function verifierSessions(de: readonly Inscrit[]) {
    if (de.length === 0) return
    const vivantes = await sessionsVivantes(db, [...new Set(de.map(({ session }) => session))], now())
    for (const inscrit of de) {
      const role = vivantes.get(inscrit.session)
      if (role === undefined) inscrit.tuyau.finir('session')
      else inscrit.agent = { ...inscrit.agent, role }
    }
  }

  async function battre() {
    for (const { tuyau } of inscrits) tuyau.dire('pouls', null)
    await verifierSessions([...inscrits])
    const la = [...inscrits]
    await entretenirPresences(
      db,
      la.map(({ flux }) => flux),
      now(),
    )
    await direPresents(la)
  }

  const ecoute = ecouter(url, 'fait', { surMot, surReprise })
  const pouls = setInterval(() => tenter(battre()), POULS_MS)
  pouls.unref()

  /** What the page has not been told while it was drawn and this stream was opened. */
  async function accueillir(inscrit: Inscrit) {
    const { agent, onglet, flux, sujet, ecrit, version } = inscrit
    await ecoute.ouverte
    if (sujet && peut(inscrit) && aDesPresents(sujet)) {
      await poserPresence(db, { agentId: agent.id, onglet, flux, sujet, ecrit }, now())
      // Gone while it was being written down.
      if (inscrit.parti) return leverPresence(db, flux)
      await direPresents([inscrit])
      const etat = version === null ? null : await lectures.ouEnEst(sujet)
      if (etat && version !== null && etat.version > version)
        inscrit.tuyau.dire('fait', nouvellesPour(inscrit, etat.version, etat.dernier ? [etat.dernier] : []))
    }
    await direCompteurs([inscrit])
  }

  return {
    /** Tells this page from now on; what it answers ends it. The oldest page of an agent who has too many is told no more. */
    inscrire(page: Page, tuyau: Tuyau): () => void {
      const siens = [...inscrits].filter(({ agent }) => agent.id === page.agent.id)
      for (const trop of siens.slice(0, Math.max(0, siens.length - FLUX_MAX + 1))) trop.tuyau.finir('trop')
      const inscrit: Inscrit = { ...page, flux: crypto.randomUUID(), tuyau, parti: false, dit: new Map() }
      inscrits.add(inscrit)
      tuyau.dire('pret', null)
      tenter(accueillir(inscrit))
      return () => {
        inscrit.parti = true
        inscrits.delete(inscrit)
        faits.delete(inscrit)
        tenter(leverPresence(db, inscrit.flux))
      }
    },
    async fermer() {
      clearInterval(pouls)
      clearTimeout(livraison)
      clearTimeout(comptage)
      await ecoute.fermer()
    },
  }
}
