/** The look of a part of a page that stands in a frame of its own: what is folded in it, and its sentences. */
export const ENCADRE = {
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  px: 1.5,
  py: 1,
  mb: 2,
  maxWidth: 720,
  overflowWrap: 'anywhere',
  '& p': { m: 0, mt: 0.5 },
  '& summary': { cursor: 'pointer', py: 0.5, color: 'primary.main', fontWeight: 600 },
} as const
