import { Button } from '@mui/material'
import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import css from '#ui/campagne/reglement.module.css'

export type ReglementPrevu = {
  vu: string
  changements: { champ: string; avant: string; apres: string }[]
  effets: { phrase: string; numeros: string[] }[]
}

/** What is about to change and what it would do, with the yes. It takes the focus, so that it is read first. */
export function ReglementApercu({ vu, changements, effets, occupe }: ReglementPrevu & { occupe: boolean }) {
  const boite = useRef<HTMLElement>(null)
  useEffect(() => boite.current?.focus(), [vu])
  return (
    <section ref={boite} tabIndex={-1} aria-labelledby="apercu-reglement" className={css.apercu}>
      <h2 id="apercu-reglement">Ce qui changerait</h2>
      <ul>
        {changements.map(({ champ, avant, apres }) => (
          <li key={champ}>
            {champ}
            {'\u00a0'}: {avant} → <strong>{apres}</strong>
          </li>
        ))}
      </ul>
      {effets.map(({ phrase, numeros }) => (
        <p key={phrase}>
          {phrase}
          {numeros.map((numero) => (
            <span key={numero}>
              {' '}
              <Link to={`/dossiers/${numero}`}>{numero}</Link>
            </span>
          ))}
        </p>
      ))}
      <p>Ce qui est déjà écrit dans un courriel ou inscrit sur un dossier (dates limites, décisions) ne change pas.</p>
      <Button type="submit" name="changements" value={vu} variant="contained" disabled={occupe}>
        Enregistrer ces réglages
      </Button>
    </section>
  )
}
