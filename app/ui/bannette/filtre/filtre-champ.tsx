import { useId } from 'react'
import { formatJour } from '#domain/temps/jour'
import { estBorne } from '#domain/champ-du-service/borne'
import type { FiltreDossiers } from '#domain/dossier/filtres'
import type { TypeDeChamp } from '#domain/champ-du-service/champ'
import { plier } from '#domain/texte'
import { texteDe, type Valeurs } from '#ui/bannette/filtre/filtres-bannette'
import { PanneauFiltre } from '#ui/bannette/filtre/panneau-filtre'

/** A field of the service, as the menus give it. */
export type ChampDeMenu = { libelle: string; type: TypeDeChamp }

/** What says a range in the address: the name of a field, and its two ends. */
export const ENTRE = ['champ', 'champMin', 'champMax'] as const satisfies FiltreDossiers[]

/** A day of the address as people write it; anything else as it was typed. */
const direBorne = (dite: string | undefined) => (dite && /^\d{4}-\d{2}-\d{2}$/.test(dite) ? formatJour(dite) : dite)

/** « Coût revu entre 90 et 1 250,50 », « Visite à partir de 05/07/2027 »; null while no range is set. */
export function motsDuChamp(valeurs: Valeurs): string | null {
  const [champ, min, max] = ENTRE.map((nom) => direBorne(texteDe(valeurs, nom)))
  if (!champ || (!min && !max)) return null
  if (min && max) return `${champ} entre ${min} et ${max}`
  return min ? `${champ} à partir de ${min}` : `${champ} jusqu’à ${max}`
}

/** The filter between two values of a field of the service that has an order; `sans` is the address without it. */
export function FiltreChamp(props: { service: readonly ChampDeMenu[]; valeurs: Valeurs; sans: string }) {
  const { service, valeurs, sans } = props
  const id = useId()
  const [champ, min, max] = ENTRE.map((nom) => texteDe(valeurs, nom))
  const offerts = service.filter(({ type }) => estBorne(type)).map(({ libelle }) => libelle)
  const choisi = champ && (offerts.find((un) => plier(un) === plier(champ)) ?? champ)
  const noms = choisi && !offerts.includes(choisi) ? [...offerts, choisi] : offerts
  if (noms.length === 0) return null
  return (
    <PanneauFiltre libelle="Valeur d’un champ" mots={motsDuChamp(valeurs)} sans={sans}>
      <label htmlFor={`${id}-champ`}>Champ</label>
      <select id={`${id}-champ`} key={choisi} name={ENTRE[0]} defaultValue={choisi ?? ''}>
        <option value="">Choisir…</option>
        {noms.map((nom) => (
          <option key={nom}>{nom}</option>
        ))}
      </select>
      <Fin id={`${id}-min`} nom={ENTRE[1]} libelle="À partir de" valeur={direBorne(min) ?? ''} aide={`${id}-aide`} />
      <Fin id={`${id}-max`} nom={ENTRE[2]} libelle="Jusqu’à" valeur={direBorne(max) ?? ''} aide={`${id}-aide`} />
      <small id={`${id}-aide`}>Un nombre, un montant en euros ou une date, comme dans le champ.</small>
    </PanneauFiltre>
  )
}

function Fin({
  id,
  nom,
  libelle,
  valeur,
  aide,
}: {
  id: string
  nom: string
  libelle: string
  valeur: string
  aide: string
}) {
  return (
    <>
      <label htmlFor={id}>{libelle}</label>
      <input
        id={id}
        key={valeur}
        name={nom}
        defaultValue={valeur}
        maxLength={40}
        autoComplete="off"
        aria-describedby={aide}
      />
    </>
  )
}
