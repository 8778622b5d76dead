import { Button } from '@mui/material'
import type { Envoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Reglage = { id: string; version: number }

/** Which réglage, as it was on the screen. */
export const ReglageVise = ({ id, version }: Reglage) => (
  <>
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="version" value={version} />
  </>
)

type Props = Reglage & {
  envoi: Envoi<Reponse>
  nom: string
  /** What it is: « groupe ». */
  quoi: string
}

/** Takes a réglage away. */
export const ReglageSupprime = ({ envoi, id, version, nom, quoi }: Props) => (
  <Formulaire envoi={envoi} aria-label={`Supprimer ${nom}`}>
    <FormErreur reponse={envoi.data} />
    <input type="hidden" name="intent" value="supprimer" />
    <ReglageVise id={id} version={version} />
    <Button type="submit" size="small" disabled={envoi.state !== 'idle'} aria-label={`Supprimer le ${quoi} ${nom}`}>
      Supprimer ce {quoi}
    </Button>
  </Formulaire>
)
