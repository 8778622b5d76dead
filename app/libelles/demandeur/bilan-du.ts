/** Why a bilan is asked for. */
export const POURQUOI_UN_BILAN =
  'Une subvention oblige à rendre compte de son emploi\u00a0: ce qui a été fait, ce qui a été dépensé, et le compte rendu financier (loi n°\u00a02000-321 du 12\u00a0avril 2000, article\u00a010).'
