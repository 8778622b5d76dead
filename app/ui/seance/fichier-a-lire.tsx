import { Button } from '@mui/material'
import type { ReactNode } from 'react'
import type { Envoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import css from '#ui/seance/seance.module.css'

type Props = {
  envoi: Envoi<Reponse>
  action: string
  /** The field of the file, what it is called, and the kinds that it takes. */
  nom: string
  label: string
  accept: string
  /** What is to be in the file. */
  aide?: ReactNode
  /** The id of the heading that names the form, where it is the only thing under it. */
  sous?: string
}

/** A file of a séance that is read first: what it would write is shown before any yes. */
export const FichierALire = ({ envoi, action, nom, label, accept, aide, sous }: Props) => (
  <Formulaire
    envoi={envoi}
    action={action}
    encType="multipart/form-data"
    aria-labelledby={sous}
    className={css.formulaire}
  >
    <FormErreur reponse={envoi.data} />
    {aide && (
      <p id={`${nom}-aide`} className={css.dit}>
        {aide}
      </p>
    )}
    <label htmlFor={`${nom}-fichier`}>{label}</label>
    <input
      type="file"
      id={`${nom}-fichier`}
      name={nom}
      accept={accept}
      required
      aria-describedby={aide ? `${nom}-aide` : undefined}
    />
    <div className={css.boutons}>
      <Button type="submit" variant="outlined" disabled={envoi.state !== 'idle'}>
        {envoi.state === 'idle' ? 'Voir ce qui changera' : 'Lecture en cours…'}
      </Button>
    </div>
  </Formulaire>
)
