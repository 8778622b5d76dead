import { Box, Button, Link as Lien } from '@mui/material'
import { Link, useActionData } from '@remix-run/react'
import { PROVENANCES } from '#domain/pre-projet/saisie'
import type { Jour } from '#domain/temps/jour'
import { titreDe } from '#libelles/pre-projet/pre-projet'
import { LIBELLE_PROVENANCE } from '#libelles/pre-projet/saisie'
import { ChampDate } from '#ui/kit/date/champ-date'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  campagnes: { code: string; libelle: string }[]
  copie: { id: string; titre: string; structureNom: string; contactCourriel: string } | null
  aujourdhui: Jour
}

const CHAMPS = ['structure', 'titre', 'courriel', 'campagne', 'recueLe', 'provenance']

/** What opens a fiche that no mail brought; its other fields are typed on its page. */
export function FicheNouvelle({ campagnes, copie, aujourdhui }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'saisieFiche', objet: copie?.id ?? 'nouvelle' })
  const sansScript = useActionData<Reponse>()
  const reponse = envoi.data ?? sansScript
  const dit = (champ: string) => {
    const erreur = erreurDe(reponse, champ)
    return { id: champ, name: champ, error: Boolean(erreur), helperText: erreur }
  }
  return (
    <Formulaire envoi={envoi} noValidate aria-label="Saisir une fiche">
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 640 }}>
        <FormErreur reponse={reponse} champs={CHAMPS} />
        {copie && (
          <Box component="p" sx={{ m: 0 }}>
            Les champs de{' '}
            <Lien component={Link} to={`/pre-projets/${copie.id}`} underline="always" children={titreDe(copie)} /> sont
            repris, à relire un par un.
            <input type="hidden" name="copieDe" value={copie.id} />
          </Box>
        )}
        <ChampTexte {...dit('structure')} label="Structure" required defaultValue={copie?.structureNom ?? ''} />
        <ChampTexte {...dit('titre')} label="Intitulé du projet" defaultValue={copie?.titre ?? ''} />
        <ChampTexte {...dit('courriel')} label="Courriel du contact" defaultValue={copie?.contactCourriel ?? ''} />
        <ChampChoix {...dit('campagne')} label="Campagne" defaultValue={campagnes[0]?.code ?? ''}>
          {campagnes.map(({ code, libelle }) => (
            <option key={code} value={code} children={libelle} />
          ))}
        </ChampChoix>
        <ChampDate {...dit('recueLe')} label="Arrivée le" required defaultValue={aujourdhui} max={aujourdhui} />
        <ChampChoix {...dit('provenance')} label="Arrivée" defaultValue={PROVENANCES[0]}>
          {PROVENANCES.map((une) => (
            <option key={une} value={une} children={LIBELLE_PROVENANCE[une]} />
          ))}
        </ChampChoix>
        <Box>
          <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
            Ouvrir la fiche
          </Button>
        </Box>
      </Box>
    </Formulaire>
  )
}
