import { Icone } from '#ui/kit/icone/icone'
import { Button } from '@mui/material'
import type { ElementDemande } from '#domain/complement/complement'
import { Dit } from '#ui/kit/dit'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { useEnvoi } from '#ui/kit/formulaire/envoi'

type Props = {
  /** Address of the dossier. */
  adresse: string
  element: ElementDemande & { cle: string }
  /** True when it is already kept. */
  retenu: boolean
  /** What the button is about, for those who hear it out of its line. */
  quoi: string
}

/** Keeps a finding for the next request for compléments, or lets it go, without leaving the page. */
export function RetenirBouton({ adresse, element: { cle, code, constat, aFaire }, retenu, quoi }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'retenir', objet: `${adresse}/${cle}` })
  const busy = envoi.state !== 'idle'
  const voulu = envoi.formData?.get('intent')
  const estRetenu = voulu ? voulu === 'retenir' : retenu
  const envoyer = () => {
    if (busy) return
    const champs = retenu
      ? { intent: 'retirer', cle }
      : { intent: 'retenir', cle, ...(code && { code }), constat, aFaire }
    envoi.submit(champs, { action: `${adresse}/complements` })
  }
  return (
    <>
      <Button
        size="small"
        variant={estRetenu ? 'contained' : 'outlined'}
        aria-pressed={estRetenu}
        aria-disabled={busy}
        startIcon={estRetenu ? <Icone nom="playlist-add-check" /> : <Icone nom="playlist-add" />}
        onClick={envoyer}
      >
        {estRetenu ? 'Retenu dans la demande' : 'Retenir dans la demande'}
        <Dit>
          {' '}
          de compléments{'\u00a0'}: {quoi}
        </Dit>
      </Button>
      <FormErreur reponse={envoi.data} />
    </>
  )
}
