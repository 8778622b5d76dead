import { Retour } from '#ui/kit/acte/retour'
import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Typography } from '@mui/material'
import { useLocation } from '@remix-run/react'
import { compter } from '#domain/nombre'
import type { CodePiece } from '#domain/piece/piece'
import type { Genre } from '#domain/structure/genre'
import { phraseExigence } from '#libelles/campagne/exigence'
import { nomDePiece } from '#libelles/piece/piece'
import { genreDansUnePhrase } from '#libelles/structure'
import { formatInstant } from '#libelles/temps'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import type { LigneExigences } from '#ui/campagne/exigences-matrice'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Difference = { genre: Genre; code: CodePiece; avant: LigneExigences | null; apres: LigneExigences | null }

type Props = {
  enVigueur: { numero: number; publieeLe: Date | null; publieePar: string } | null
  brouillon: { numero: number; version: number } | null
  differences: readonly Difference[]
  sousUneAutre: number
}

/** Which version holds, what the one under preparation changes, and the buttons that publish it or let it go. */
export function ExigencesVersions({ enVigueur, brouillon, differences, sousUneAutre }: Props) {
  return (
    <Box sx={{ mb: 2 }}>
      <Typography sx={{ mb: 1 }}>
        {enVigueur
          ? `Version ${enVigueur.numero} en vigueur${enVigueur.publieeLe ? `, publiée le ${formatInstant(enVigueur.publieeLe)}` : ''}${enVigueur.publieePar ? ` par ${enVigueur.publieePar}` : ''}.`
          : 'Aucune version n’est publiée.'}
        {sousUneAutre > 0 &&
          ` ${compter(sousUneAutre, 'dossier sans décision suit', 'dossiers sans décision suivent')} une version plus ancienne.`}
      </Typography>
      {brouillon && (
        <Bandeau severity="info" component="section" aria-label="Version en préparation">
          <Typography component="h2" sx={{ fontWeight: 600 }}>
            {`Version ${brouillon.numero} en préparation`}
          </Typography>
          <Typography variant="body2" sx={{ mb: 1 }}>
            Elle vaudra pour les dossiers déposés après sa publication. Ceux qui sont déjà déposés garderont la leur.
          </Typography>
          {differences.length === 0 ? (
            'Elle ne change rien pour l’instant.'
          ) : (
            <Box component="ul" sx={{ pl: 2.5, m: 0, mb: 1 }}>
              {differences.map(({ genre, code, avant, apres }) => (
                <li key={`${genre}/${code}`}>
                  <strong>{`${nomDePiece(code)}, ${genreDansUnePhrase(genre)}`}</strong>
                  {`\u00a0: ${phraseExigence(avant)} → ${phraseExigence(apres)}`}
                  {phraseExigence(avant) === phraseExigence(apres) && ' Vérifications ou motifs modifiés.'}
                </li>
              ))}
            </Box>
          )}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
            <Acte intent="publier" version={brouillon.version} inactif={differences.length === 0} plein>
              {`Publier la version ${brouillon.numero}`}
            </Acte>
            <Acte intent="abandonner" version={brouillon.version}>
              Abandonner la préparation
            </Acte>
          </Box>
          <Retour de="publierExigences" verbe="Publier" />
          <Retour de="abandonnerExigences" verbe="Abandonner" />
        </Bandeau>
      )}
    </Box>
  )
}

function Acte(props: { intent: string; version: number; inactif?: boolean; plein?: boolean; children: string }) {
  const envoi = useEnvoi<Reponse>({ nom: 'versionExigences', objet: useLocation().pathname })
  return (
    <Formulaire envoi={envoi}>
      <input type="hidden" name="version" value={props.version} />
      <Button
        type="submit"
        name="intent"
        value={props.intent}
        variant={props.plein ? 'contained' : 'text'}
        disabled={props.inactif || envoi.state !== 'idle'}
      >
        {props.children}
      </Button>
      <FormErreur reponse={envoi.data} />
    </Formulaire>
  )
}
