import type { ChampMontre, FormulaireReglement } from '#libelles/campagne/formulaire-reglement'
import css from '#ui/campagne/reglement.module.css'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { Coche, Coches } from '#ui/kit/formulaire/coche'

type Props = ChampMontre &
  Pick<FormulaireReglement, 'genres'> & {
    valeur: string
    erreur: string | undefined
  }

/** One field of the règlement, with what it does under it. */
export function ReglementChamp({ nom, sorte, libelle, aide, genres, valeur, erreur, fixe }: Props) {
  const id = `aide-${nom}`
  if (fixe)
    return (
      <div>
        <input type="hidden" name={nom} value={valeur} />
        <p className={css.fixe}>
          {libelle}
          {'\u00a0'}: {sorte === 'CASE' ? (valeur === 'oui' ? 'oui' : 'non') : valeur}
        </p>
        <p className={css.aide}>Seul un administrateur le change. {aide}</p>
      </div>
    )
  if (sorte === 'CASE')
    return (
      <div>
        <Coche name={nom} value="oui" label={libelle} defaultChecked={valeur === 'oui'} aide={id} />
        <p id={id} className={css.aide}>
          {aide}
        </p>
      </div>
    )
  if (sorte === 'GENRES') {
    const coches = valeur.split(',')
    return (
      <div className={css.large}>
        <Coches titre={libelle} refus={erreur}>
          {genres.map(({ code, libelle: mot }) => (
            <Coche key={code} name={nom} value={code} label={mot} defaultChecked={coches.includes(code)} aide={id} />
          ))}
        </Coches>
        <p id={id} className={css.aide}>
          {aide}
        </p>
      </div>
    )
  }
  const Saisie = sorte === 'JOUR' ? ChampDate : ChampTexte
  return (
    <Saisie
      id={nom}
      name={nom}
      label={libelle}
      defaultValue={valeur}
      error={Boolean(erreur)}
      helperText={erreur ?? aide}
      {...(sorte === 'LISTE' && { multiline: true, minRows: 2 })}
      {...(sorte === 'PROSE' && { multiline: true, minRows: 4, maxRows: 16, sx: { gridColumn: '1 / -1' } })}
    />
  )
}
