import { Button } from '@mui/material'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import css from '#ui/seance/seance.module.css'

/** Asks for the workbook of a list, to be printed and signed: a rapport, which is kept with the others. */
export function ListeAImprimer({ seanceId }: { seanceId: string }) {
  const envoi = useEnvoi<Reponse>({ nom: 'rapport', objet: seanceId })
  return (
    <Formulaire envoi={envoi} action="/rapports?index" aria-label="Liste à imprimer" className={css.formulaire}>
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="type" value="commission" />
      <input type="hidden" name="seance" value={seanceId} />
      <div>
        La liste dans son ordre, ce qui est proposé et voté, et de quoi signer{'\u00a0'}: un classeur à imprimer.
      </div>
      <div className={css.boutons}>
        <Button type="submit" variant="outlined" disabled={envoi.state !== 'idle'}>
          Demander la liste à imprimer
        </Button>
      </div>
    </Formulaire>
  )
}
