import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { ReponseRefusee } from '#domain/demande-en-ligne/reponses'
import type { ChampEnLigne } from '#domain/demande-en-ligne/etapes'
import type { Divergence, Reponses } from '#domain/demande-en-ligne/reunion'
import { recu } from '#ui/kit/formulaire/champs'
import { lire } from '#ui/kit/formulaire/saisies'
import { envoyerDeSoiMeme, useNouvelEssai } from '#ui/kit/reprise/de-soi-meme'

/** What a saving answers. */
export type Enregistree<C extends string = ChampEnLigne, R = ReponseRefusee> = {
  le: Date
  version: number
  reponses: Reponses<C>
  refusees: readonly R[]
  divergences: readonly Divergence<C>[]
}

type Champ = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** How long the hand rests before what it typed is sent, in ms. */
const REPOS = 700

const champDe = (form: HTMLFormElement | null, nom: string): Champ | null => {
  const champ = form?.elements.namedItem(nom)
  const estChamp =
    champ instanceof HTMLInputElement || champ instanceof HTMLTextAreaElement || champ instanceof HTMLSelectElement
  return estChamp ? champ : null
}

const estCoche = (champ: Champ): champ is HTMLInputElement =>
  champ instanceof HTMLInputElement && champ.type === 'checkbox'

const valeurDe = (champ: Champ): string => (estCoche(champ) ? (champ.checked ? champ.value : '') : champ.value)

function ecrire(champ: Champ, valeur: string) {
  if (estCoche(champ)) champ.checked = valeur !== ''
  else champ.value = valeur
  recu(champ)
}

/** The words of these fields found again on the device: what each was typed over, as far as it is known. */
function retrouvees<C extends string>(cle: string | null, champs: readonly C[]): Reponses<C> {
  const gardee = cle === null ? undefined : lire(cle)
  const lues = champs.flatMap((nom) => {
    const sienne = [`${nom}#0`, `${nom}=oui#0`].find((une) => gardee?.champs[une] !== undefined)
    return sienne === undefined ? [] : [[nom, gardee?.bases?.[sienne] ?? ''] as const]
  })
  return Object.fromEntries(lues) as Reponses<C>
}

type Gardee<C extends string> = Pick<Enregistree<C>, 'reponses' | 'divergences' | 'version'>

type Options<C extends string> = {
  /** The fields of the form. */
  champs: readonly C[]
  form: RefObject<HTMLFormElement>
  /** Where its words are kept on the device. */
  cleSaisie: string | null
  /** What the page was made with, or read since, and the version that this is. */
  reponses: Reponses<C>
  version: number
  enregistree: Gardee<C> | undefined
  /** What the last sending answered, kept or not. */
  data: object | undefined
  /** True while a sending is on its way: two at once would answer each other. */
  occupe: boolean
}

/**
 * Sends a step once the hand rests, one sending after the other, and shows in its fields what somebody else wrote in those that were not being
 * written in. What did not go is tried again by itself, and `echec` says so.
 * `base` is what the page knows to be kept; a field that two people changed stays out of it until the choice is made.
 */
export function useSaisieDEtape<C extends string>(options: Options<C>) {
  const { champs, form, cleSaisie, reponses, version, enregistree, data, occupe } = options
  const [base, poserBase] = useState<Reponses<C>>(reponses)
  const [repris, poserRepris] = useState<readonly C[]>([])
  const vue = useRef(version)
  const minuterie = useRef<ReturnType<typeof setTimeout>>()
  const sale = useRef(false)
  const lue = useRef<object>()

  const envoyer = useCallback(() => {
    clearTimeout(minuterie.current)
    // What is on its way, were it since an instant, may lead to the next step: it is not cut short, and its end arms this again.
    if (!sale.current || form.current?.dataset['enVoie'] !== undefined) return
    sale.current = false
    if (form.current) envoyerDeSoiMeme(form.current)
  }, [form])
  const armer = useCallback(() => {
    clearTimeout(minuterie.current)
    minuterie.current = setTimeout(envoyer, REPOS)
  }, [envoyer])

  const essayer = useCallback(() => {
    sale.current = true
    envoyer()
  }, [envoyer])
  const echec = useNouvelEssai(data, essayer)

  useEffect(() => () => clearTimeout(minuterie.current), [])
  useEffect(() => {
    if (!enregistree || lue.current === enregistree) return
    lue.current = enregistree
    vue.current = Math.max(vue.current, enregistree.version)
    const enDivergence = new Set<C>(enregistree.divergences.map(({ champ }) => champ))
    poserRepris((avant) => avant.filter((nom) => enDivergence.has(nom)))
    poserBase((avant) => {
      const apres: { [Un in C]?: string } = { ...enregistree.reponses }
      for (const nom of champs) {
        if (enDivergence.has(nom)) apres[nom] = avant[nom] ?? ''
        const champ = champDe(form.current, nom)
        // Somebody else's words take the place of ours only where we wrote none.
        if (champ && !enDivergence.has(nom) && valeurDe(champ) === (avant[nom] ?? '')) ecrire(champ, apres[nom] ?? '')
      }
      return apres
    })
  }, [enregistree, champs, form])
  // An answer may come before its sending was drawn: `occupe` has then said nothing.
  useEffect(() => {
    if (!occupe && sale.current) armer()
  }, [occupe, data, armer])

  const changer = useCallback(() => {
    sale.current = true
    if (!occupe) armer()
  }, [occupe, armer])

  /** The hand goes to another page: what it wrote goes at once. */
  const quitter = useCallback(() => {
    if (!occupe) envoyer()
  }, [occupe, envoyer])

  // What was typed before the page was alive, or found again on the device, is not kept by the server yet.
  const premiere = useRef(true)
  useEffect(() => {
    if (!premiere.current) return
    premiere.current = false
    const ecrits = champs.filter((nom) => {
      const champ = champDe(form.current, nom)
      const tranchee = enregistree?.divergences.some((une) => une.champ === nom)
      return champ && !tranchee && valeurDe(champ) !== (reponses[nom] ?? '')
    })
    const anciennes = retrouvees(cleSaisie, ecrits)
    poserBase((avant) => ({ ...avant, ...anciennes }))
    poserRepris(ecrits.filter((nom) => anciennes[nom] !== undefined))
    if (ecrits.length > 0) changer()
  }, [champs, cleSaisie, enregistree, form, reponses, changer])

  // The page was read again: what somebody else wrote comes in the fields that nobody touched here, and the others still stand on what they were typed over.
  useEffect(() => {
    if (version <= vue.current) return
    vue.current = version
    poserBase((avant) => {
      const apres: { [Un in C]?: string } = { ...reponses }
      for (const nom of champs) {
        const champ = champDe(form.current, nom)
        if (champ && ![avant[nom] ?? '', apres[nom] ?? ''].includes(valeurDe(champ))) apres[nom] = avant[nom] ?? ''
        else if (champ) ecrire(champ, apres[nom] ?? '')
      }
      return apres
    })
  }, [reponses, version, champs, form])

  /** The choice between two answers to one question: ours is sent over theirs, or theirs takes its place here. */
  const choisir = useCallback(
    ({ champ: nom, leur }: Divergence<C>, garde: 'MIENNE' | 'LEUR') => {
      const champ = champDe(form.current, nom)
      if (champ && garde === 'LEUR') ecrire(champ, leur)
      poserBase((avant) => ({ ...avant, [nom]: leur }))
      changer()
    },
    [form, changer],
  )
  return { base, repris, echec, changer, quitter, choisir }
}
