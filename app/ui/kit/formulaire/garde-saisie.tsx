import { useLocation } from '@remix-run/react'
import { type RefObject, useContext, useEffect, useRef, useState } from 'react'
import { champsDe, Releve } from '#ui/kit/formulaire/champs'
import { type Envoi, enregistreeDe, sortDe } from '#ui/kit/formulaire/envoi'
import { Poste } from '#ui/kit/formulaire/poste'
import { effacer, garder, lire, monter } from '#ui/kit/formulaire/saisies'

/** What a form holds beside its fields: lines added or moved. */
export type Reste = { valeur: unknown; retrouver: (garde: unknown) => void }

type EnvoiGarde = Pick<Envoi, 'identite' | 'cleSaisie' | 'data'>

/** Keeps what is typed in a form as it is typed, and writes it again where it is found. */
export function useGardeSaisie(form: RefObject<HTMLFormElement>, envoi: EnvoiGarde, reste?: Reste) {
  const { cleSaisie, identite, data } = envoi
  const agent = useContext(Poste)?.id
  const { pathname, search } = useLocation()
  const releve = useRef<Releve | null>(null)
  const resteVu = useRef<{ depart: string; vu: string } | null>(null)
  const ecrit = useRef(false)
  const premier = useRef(true)
  const [retrouveeLe, setRetrouveeLe] = useState<number | null>(null)

  const noter = () => {
    if (!form.current || !cleSaisie || !agent || ecrit.current) return
    const { champs, bases } = (releve.current ??= new Releve()).changes(form.current, lire(cleSaisie))
    const change = reste !== undefined && JSON.stringify(reste.valeur) !== resteVu.current?.depart
    if (Object.keys(champs).length === 0 && !change) {
      effacer(cleSaisie)
      return
    }
    const autre = change ? { reste: reste.valeur } : {}
    garder(cleSaisie, { ...identite, agent, le: Date.now(), page: pathname + search, champs, bases, ...autre })
  }

  useEffect(() => (cleSaisie ? monter(cleSaisie) : undefined), [cleSaisie])

  // After each drawing: a field that has just come takes back what was typed in it.
  const reprendreChamps = () => {
    if (!form.current || !cleSaisie) return
    const gardee = lire(cleSaisie)
    ecrit.current = true
    const trouve = (releve.current ??= new Releve()).rejoindre(form.current, gardee)
    ecrit.current = false
    if (trouve && gardee) setRetrouveeLe(gardee.le)
    if (premier.current && !gardee && releve.current.tapeAvant(form.current)) noter()
    premier.current = false
  }
  useEffect(() => reprendreChamps())

  const reprendreReste = () => {
    if (!reste || !cleSaisie) return
    const vu = JSON.stringify(reste.valeur)
    if (resteVu.current === null) {
      resteVu.current = { depart: vu, vu }
      const gardee = lire(cleSaisie)
      if (gardee?.reste === undefined || JSON.stringify(gardee.reste) === vu) return
      resteVu.current.vu = JSON.stringify(gardee.reste)
      reste.retrouver(gardee.reste)
      setRetrouveeLe(gardee.le)
    } else if (resteVu.current.vu !== vu) {
      resteVu.current.vu = vu
      noter()
    }
  }
  useEffect(() => reprendreReste())

  const lue = useRef<unknown>(undefined)
  const repartir = () => {
    if (data === undefined || lue.current === data) return
    lue.current = data
    if (sortDe(data) !== 'FAIT' || !form.current) return
    const enregistree = enregistreeDe(data)
    releve.current?.repartir(form.current, enregistree?.divergences.map(({ champ }) => champ) ?? [])
    if (resteVu.current) resteVu.current.depart = resteVu.current.vu
    setRetrouveeLe(null)
    // A form that stays may hold what was typed since it left, or what waits for a choice.
    if (enregistree) noter()
  }
  useEffect(() => repartir())

  const partir = () => {
    if (form.current) releve.current?.partir(form.current)
  }

  const oublier = () => {
    if (!form.current || !cleSaisie) return
    ecrit.current = true
    releve.current?.revenir(form.current)
    ecrit.current = false
    if (resteVu.current && reste) reste.retrouver(JSON.parse(resteVu.current.depart))
    effacer(cleSaisie)
    setRetrouveeLe(null)
    champsDe(form.current).values().next().value?.focus()
  }
  return { noter, partir, retrouveeLe, oublier }
}
