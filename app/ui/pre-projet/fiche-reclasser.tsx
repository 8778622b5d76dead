import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Menu, MenuItem, TextField } from '@mui/material'
import { useFetcher } from '@remix-run/react'
import { useId, useState } from 'react'
import type { NatureChoisie, NatureRecue } from '#domain/courriel-recu/reclassement'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'

type Choix = { nature: NatureChoisie; texte: string; ici?: 'oui'; numero?: true }

const CHOIX: readonly Choix[] = [
  { nature: 'FICHE', texte: 'C’est la fiche d’un autre projet' },
  { nature: 'NOUVELLE_VERSION', texte: 'C’est une nouvelle version de cette fiche', ici: 'oui' },
  { nature: 'AUTRE', texte: 'C’est un échange au sujet de cette fiche', ici: 'oui' },
  { nature: 'DEMANDE_DEVERROUILLAGE', texte: 'C’est une demande de modifier un dossier déposé…', numero: true },
  { nature: 'AUTRE', texte: 'Ce n’est pas une fiche' },
]

type Props = { adresse: string; courriel: { id: string; version: number; nature: NatureRecue } }

/** What an officer says the mail is, in one click: it is processed again. A dossier's number is asked only where it is needed. */
export function FicheReclasser({ adresse, courriel }: Props) {
  const fetcher = useFetcher<Reponse>()
  const [ancre, setAncre] = useState<HTMLElement | null>(null)
  const [demande, setDemande] = useState<Choix | null>(null)
  const id = useId()
  const action = `${adresse}/courriels/${courriel.id}/nature`
  const choisir = ({ nature, ici, numero }: Choix, dit = '') => {
    setAncre(null)
    const manque = numero === true && dit === ''
    setDemande(manque ? { nature, texte: '', numero } : null)
    if (manque) return
    fetcher.submit(
      { nature, version: courriel.version, ...(ici && { ici }), ...(dit && { numero: dit }) },
      { method: 'post', action },
    )
  }
  return (
    <>
      <Button
        size="small"
        aria-haspopup="menu"
        aria-expanded={Boolean(ancre)}
        aria-controls={ancre ? id : undefined}
        disabled={fetcher.state !== 'idle'}
        onClick={(event) => setAncre(event.currentTarget)}
        sx={{ flexShrink: 0 }}
      >
        Reclasser
      </Button>
      <Menu id={id} anchorEl={ancre} open={Boolean(ancre)} onClose={() => setAncre(null)}>
        {CHOIX.filter(({ nature, ici }) => !(nature === courriel.nature && (ici || nature === 'FICHE'))).map(
          (choix) => (
            <MenuItem key={choix.texte} onClick={() => choisir(choix)} sx={{ whiteSpace: 'normal' }}>
              {choix.texte}
            </MenuItem>
          ),
        )}
      </Menu>
      <FormErreur reponse={fetcher.data} />
      {demande && <NumeroDemande fermer={() => setDemande(null)} choisir={(numero) => choisir(demande, numero)} />}
    </>
  )
}

function NumeroDemande({ fermer, choisir }: { fermer: () => void; choisir: (numero: string) => void }) {
  const [numero, setNumero] = useState('')
  return (
    <Dialog open onClose={fermer} aria-labelledby="titre-numero" fullWidth maxWidth="xs">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (numero.trim()) choisir(numero.trim())
        }}
      >
        <DialogTitle id="titre-numero">Quel dossier faut-il ouvrir{'\u00a0'}?</DialogTitle>
        <DialogContent>
          <TextField
            id="numero-dossier"
            label="Numéro du dossier"
            value={numero}
            onChange={(event) => setNumero(event.target.value)}
            helperText="Par exemple 2025-01012"
            slotProps={{ htmlInput: { maxLength: 40 } }}
            sx={{ mt: 1 }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={fermer}>Annuler</Button>
          <Button type="submit" variant="contained" disabled={numero.trim() === ''}>
            Reclasser
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
