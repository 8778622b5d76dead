import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button } from '@mui/material'
import { formatJour, jourDeParis } from '#domain/temps/jour'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Campagne = { code: string; libelle: string }

type Props = {
  adresse: string
  version: number
  campagne: Campagne
  autres: Campagne[]
  reprisLe: Date | null
  peutChanger: boolean
}

/** Under which campagne a dossier is examined, and the act that moves it to another; and that it came as history. */
export function DossierCampagne({ adresse, version, campagne, autres, reprisLe, peutChanger }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'campagneDossier', objet: adresse })
  return (
    <Box component="section" aria-label="Campagne" sx={{ mb: 2, maxWidth: 640 }}>
      {reprisLe && (
        <Bandeau severity="info" marges="mb1">
          Dossier repris le {formatJour(jourDeParis(reprisLe))} comme historique{'\u00a0'}: aucun courriel ne part seul,
          aucun délai n’alarme.
        </Bandeau>
      )}
      {peutChanger && autres.length > 0 && (
        <Box component="details" sx={{ fontSize: '0.875rem', '& summary': { cursor: 'pointer', py: 0.5 } }}>
          <summary>Changer de campagne ({campagne.libelle})</summary>
          <Formulaire envoi={envoi} action={`${adresse}/campagne`} aria-label="Changer de campagne">
            <Box sx={{ display: 'grid', gap: 1.5, py: 1 }}>
              <FormErreur reponse={envoi.data} />
              <input type="hidden" name="version" value={version} />
              <ChampChoix id="code-campagne" name="code" label="Nouvelle campagne" defaultValue="">
                <option value="">Choisir…</option>
                {autres.map(({ code, libelle }) => (
                  <option key={code} value={code}>
                    {libelle}
                  </option>
                ))}
              </ChampChoix>
              <ChampTexte id="motif-campagne" name="motif" label="Pourquoi" multiline minRows={2} />
              <Box>
                <Button type="submit" size="small" variant="outlined" disabled={envoi.state !== 'idle'}>
                  Changer de campagne
                </Button>
              </Box>
            </Box>
          </Formulaire>
        </Box>
      )}
    </Box>
  )
}
