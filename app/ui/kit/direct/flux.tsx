import { type Autre, ecouter as ecouterEtat, lireEtat, poser } from '#ui/kit/direct/etat'
import { ecouter as ecouterMots, nonEnvoyees } from '#ui/kit/formulaire/saisies'
import { nouvelleCle } from '#ui/kit/reprise/reprise'

export { Changement } from '#ui/kit/direct/changement'
export { Presents } from '#ui/kit/direct/presents'

/** The first wait before the stream is opened again, doubled up to the longest, in ms. */
const PREMIERE_ATTENTE = 1_000
const LONGUE_ATTENTE = 30_000

/** Without a word from the server for as long, the stream is dead and nobody said so, in ms: it beats every fifteen seconds. */
const SILENCE_MS = 40_000

/** The page is read again at most as often, in ms. */
const REVOIR_MS = 2_000

/** What changes on the page is gathered for as long before the stream follows, in ms. */
const SUIVRE_MS = 150

/** Out of sight for as long, a page where nothing is typed is told nothing more, in ms: browsers open six connections to a site. */
const CACHEE_MS = 15_000

/** Not touched for as long, in ms, a page asks for nothing by itself: nobody is there, and their session must end in time. */
const ABSENT_MS = 20 * 60_000

/** How many of the things that others did are said. */
const AUTRES_MAX = 20

/** What the page is told when what it shows has changed. */
type Nouvelles = { version: number | null; autres: Autre[] }

/** Words typed in the page and not sent: it shows what it did until they are, or until its officer says so. */
const onEcrit = () => nonEnvoyees().length > 0

/** The stream of this tab, opened again for as long as the page is there; gives how to end it. */
export function ouvrirFlux(revalider: () => void): () => void {
  const onglet = nouvelleCle()
  const fin = new AbortController()
  const { signal } = fin
  let source: EventSource | null = null
  /** The stream, and those before it that wait for it to be there. */
  const ouvertes = new Set<EventSource>()
  let adresse = ''
  let attente = PREMIERE_ATTENTE
  let manque = false
  let refuse: 'session' | 'trop' | null = null
  let enAttente = false
  let { lectures, montre: suivi } = lireEtat()
  let entendu = Date.now()
  let touche = Date.now()
  const revue = { due: false, le: 0 }
  const minuteurs: Record<'ouvrir' | 'revoir' | 'cacher', number | undefined> = {
    ouvrir: undefined,
    revoir: undefined,
    cacher: undefined,
  }
  const dans = (quoi: keyof typeof minuteurs, ms: number, faire: () => void) => {
    clearTimeout(minuteurs[quoi])
    minuteurs[quoi] = window.setTimeout(faire, ms)
  }

  /** Reads the page again as soon as that disturbs nobody. */
  function revoir(due = true) {
    revue.due ||= due
    if (!revue.due || lireEtat().partance || document.hidden || onEcrit() || Date.now() - touche > ABSENT_MS) return
    const reste = revue.le + REVOIR_MS - Date.now()
    if (reste > 0) {
      dans('revoir', reste, () => revoir(false))
      return
    }
    revue.due = false
    revue.le = Date.now()
    revalider()
  }

  const adresseVoulue = () => {
    const { montre } = lireEtat()
    const dit = new URLSearchParams({ onglet })
    if (montre) dit.set('sujet', montre.sujet)
    if (montre && onEcrit()) dit.set('ecrit', 'true')
    return `/evenements?${dit.toString()}`
  }

  function changer({ version, autres }: Nouvelles) {
    const { montre, autres: avant, perime } = lireEtat()
    if (montre?.version == null) {
      revoir()
      return
    }
    const bouge = version !== null && version > montre.version
    // A mail that leaves is no news to who reads; what moves the version is, whoever did it.
    const neufs = autres.filter(
      ({ entree, parId }) => (bouge || parId !== null) && !avant.some((un) => un.entree === entree),
    )
    if (neufs.length > 0)
      poser({ autres: [...avant, ...neufs].slice(-AUTRES_MAX), perime: perime || (bouge && onEcrit()) })
    revoir()
  }

  function laisser(une: EventSource | null) {
    une?.close()
    if (une) ouvertes.delete(une)
  }

  function fermer() {
    for (const une of ouvertes) laisser(une)
    source = null
    adresse = ''
  }

  function perdue() {
    fermer()
    manque = true
    if (refuse !== null) return
    enAttente = true
    dans('ouvrir', attente * (0.75 + Math.random() / 2), ouvrir)
    attente = Math.min(2 * attente, LONGUE_ATTENTE)
  }

  function ouvrir() {
    const voulue = adresseVoulue()
    enAttente = false
    if (signal.aborted || lireEtat().partance || refuse !== null || adresse === voulue || !navigator.onLine) return
    if (document.hidden && !onEcrit()) return
    const avant = source
    const { montre } = lireEtat()
    const une = new EventSource(montre?.version == null ? voulue : `${voulue}&version=${montre.version}`)
    source = une
    ouvertes.add(une)
    adresse = voulue
    const sur = (nom: string, faire: (donnees: unknown) => void) =>
      une.addEventListener(nom, (event: MessageEvent<string>) => {
        entendu = Date.now()
        faire(JSON.parse(event.data))
      })
    /** Only while the page shows what this stream tells of. */
    const surLeSujet = (nom: string, faire: (donnees: unknown) => void) =>
      sur(nom, (donnees) => lireEtat().montre?.sujet === montre?.sujet && faire(donnees))
    // The one before is let go once this one is there, so that nothing is missed between the two.
    sur('pret', () => {
      laisser(avant)
      attente = PREMIERE_ATTENTE
      if (montre && (manque || montre.enCours)) revoir()
      manque = false
    })
    sur('pouls', () => undefined)
    sur('compteurs', (compteurs) => poser({ compteurs }))
    surLeSujet('presents', (presents) => poser({ presents: presents as [] }))
    surLeSujet('fait', (dit) => changer(dit as Nouvelles))
    sur('reprise', () => montre && revoir())
    sur('fin', (raison) => {
      if (source !== une) {
        laisser(une)
        return
      }
      refuse = raison as 'session' | 'trop'
      perdue()
    })
    une.addEventListener('error', () => {
      laisser(avant)
      // A browser opens by itself, for ever, what ended: one that is followed no more is not to come back.
      if (source === une) perdue()
      else laisser(une)
    })
  }

  const guet = window.setInterval(() => {
    if (source && Date.now() - entendu > SILENCE_MS) perdue()
  }, SILENCE_MS / 4)

  const regarder = () => {
    clearTimeout(minuteurs.cacher)
    if (document.hidden) {
      dans('cacher', CACHEE_MS, () => {
        if (onEcrit()) return
        manque ||= source !== null
        fermer()
      })
      return
    }
    if (refuse === 'trop') refuse = null
    ouvrir()
    revoir(false)
  }
  const toucher = () => {
    touche = Date.now()
    if (revue.due) revoir(false)
  }
  /** What the page shows, or whether words are typed in it, has changed; so may have the session, when the frame was read again. */
  const suivre = () => {
    if (refuse === 'session' && lireEtat().lectures !== lectures) refuse = null
    const { montre } = lireEtat()
    // Come back to what this stream still tells of: what it told meanwhile was told to a page that showed something else.
    if (montre !== suivi && montre?.enCours && adresse === adresseVoulue()) revoir()
    suivi = montre
    lectures = lireEtat().lectures
    if (lireEtat().partance) {
      manque ||= source !== null
      fermer()
    } else if (!enAttente && adresse !== adresseVoulue()) dans('ouvrir', SUIVRE_MS, ouvrir)
  }
  document.addEventListener('visibilitychange', regarder, { signal })
  window.addEventListener('focus', regarder, { signal })
  for (const geste of ['pointerdown', 'keydown']) window.addEventListener(geste, toucher, { signal, passive: true })
  window.addEventListener('pagehide', fermer, { signal })
  for (const retour of ['pageshow', 'online']) window.addEventListener(retour, regarder, { signal })
  const sourds = [
    ecouterEtat(suivre),
    ecouterMots(() => {
      suivre()
      revoir(false)
    }),
  ]
  ouvrir()
  return () => {
    fin.abort()
    for (const sourd of sourds) sourd()
    for (const minuteur of Object.values(minuteurs)) clearTimeout(minuteur)
    clearInterval(guet)
    fermer()
  }
}
